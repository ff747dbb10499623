#include "digest/glued_labels.hpp"

#include "digest/line_labels.hpp"
#include "digest/line_marks.hpp"
#include "digest/markdown_marks.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>

namespace digest {

namespace {

using text::trim;

bool may_hold_label(const RecordItem& item) {
  return !item.label && !item.is_address && !item.is_whole;
}

/// Where a label stands inside a text, and in which one.
struct LabelPlace {
  std::size_t item = 0;
  LabelMatch match;
};

/// The label that `match` is the end of, if it is: "论文链接" where "链接" was found.
LabelMatch widened(std::string_view text, const LabelMatch& match, const Format& format) {
  const Label& label = format.labels[match.rule];
  for (std::size_t rule = 0; rule < format.labels.size(); ++rule) {
    const Label& other = format.labels[rule];
    const std::size_t before =
        other.text.size() > label.text.size() ? other.text.size() - label.text.size() : 0;
    if (before > 0 && before <= match.begin && other.text.ends_with(label.text)) {
      const auto wide = label_at(text, match.begin - before, rule, format);
      if (wide && wide->end == match.end) {
        return *wide;
      }
    }
  }
  return match;
}

/// The first place of label `rule` in the texts from `from` on so that it may be one and not a word
/// of a sentence: emphasised, or where a line may have ended. `anywhere`: it must be somewhere.
std::optional<LabelPlace> label_inside(const std::vector<RecordItem>& items, std::size_t from,
                                       std::size_t rule, bool anywhere, const Format& format) {
  std::optional<LabelPlace> first;
  for (std::size_t i = from; i < items.size(); ++i) {
    const RecordItem& item = items[i];
    if (!may_hold_label(item)) {
      continue;
    }
    for (auto match = find_label(item.text, item.field ? 1 : 0, rule, format); match;
         match = find_label(item.text, match->end, rule, format)) {
      if (is_in_link_text(item.text, match->begin)) {
        continue;
      }
      match = widened(item.text, *match, format);
      if (match->emphasised || may_break_at(item.text, match->begin)) {
        return LabelPlace{i, *match};
      }
      first = first ? first : std::optional(LabelPlace{i, *match});
    }
  }
  return anywhere ? first : std::nullopt;
}

/// The mark at the end of `text` that divides fields on one line: `Authors: A | Venue: B`.
std::size_t divider_size(std::string_view text) {
  for (const std::string_view mark : {"|", "·", "•"}) {
    if (text.ends_with(mark)) {
      return mark.size();
    }
  }
  return 0;
}

/// Cuts the text that holds the label into what stands before it, the label, and the rest.
void cut_at_label(std::vector<RecordItem>& items, const LabelPlace& place, Field field) {
  const RecordItem item = items[place.item];
  LabelMatch match = place.match;
  match.begin = text::trim_right(item.text.substr(0, match.begin)).size();
  match.begin -= divider_size(item.text.substr(0, match.begin));
  items[place.item].text = trim(item.text.substr(0, match.begin));
  const auto behind = items.begin() + static_cast<std::ptrdiff_t>(place.item) + 1;
  items.insert(behind, {label_item(trim(item.text.substr(match.begin, match.end - match.begin)),
                                   item.line, field),
                        text_item(trim(item.text.substr(match.end)), item.line)});
}

/// The labels without a line of their own whose word stands in any of the texts, in their order:
/// nearly always none, of dozens. All are looked for in one go.
std::vector<std::size_t> words_inside(std::span<const RecordItem> items, const Format& format) {
  std::bitset<kFieldCount> labelled;
  for (const RecordItem& item : items) {
    if (item.label) {
      labelled.set(static_cast<std::size_t>(*item.label));
    }
  }
  const auto is_wanted = [&labelled](const Label& label) {
    return !labelled.test(static_cast<std::size_t>(label.field));
  };
  std::vector<std::size_t> found;
  if (std::ranges::none_of(format.labels, is_wanted)) {
    return found;
  }
  const LiteralIndex& words = format.first_bytes.labels;
  for (const RecordItem& item : items) {
    const std::string_view text = may_hold_label(item) ? item.text : std::string_view();
    for (std::size_t i = words.next_in(text, 0); i < text.size(); i = words.next_in(text, i + 1)) {
      words.at(text, i, [&](std::size_t rule) {
        const Label& label = format.labels[rule];
        if (is_wanted(label) && literal_size(text, i, label.word())) {
          found.push_back(rule);
        }
      });
    }
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace

void cut_at_glued_labels(std::vector<RecordItem>& items, std::span<const Field> promised,
                         const Format& format) {
  std::size_t from = 0;
  for (const std::size_t rule : words_inside(items, format)) {
    const Label& label = format.labels[rule];
    const auto there = std::ranges::find(items, std::optional(label.field), &RecordItem::label);
    if (there != items.end()) {
      continue;
    }
    const bool anywhere =
        std::ranges::find(promised, label.field) != promised.end() ||
        (label.chinese && std::ranges::find(promised, *label.chinese) != promised.end());
    auto place = label_inside(items, from, rule, anywhere, format);
    if (!place && from > 0) {
      place = label_inside(items, 0, rule, anywhere, format);
    }
    if (place) {
      cut_at_label(items, *place, format.labels[place->match.rule].field);
      from = place->item + 2;
    }
  }
}

}  // namespace digest
