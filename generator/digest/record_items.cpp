#include "digest/record_items.hpp"

#include "digest/glued_fields.hpp"
#include "digest/line_labels.hpp"
#include "digest/line_marks.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace digest {

namespace {

using text::trim;

RecordItem text_item(std::string_view text, int line) {
  return {.text = text, .line = line, .is_address = false, .label = {}, .field = {}};
}

RecordItem label_item(std::string_view text, int line, Field field) {
  return {.text = text, .line = line, .is_address = false, .label = field, .field = {}};
}

/// The pieces that the header's placeholders took.
void append_header(std::vector<RecordItem>& items, const Fragment& header, const Format& format) {
  const Opener* const opener = format.opener(header.rule);
  if (opener == nullptr || opener->rest_is_title) {
    if (!header.body.empty()) {
      items.push_back(text_item(header.body, header.line));
      items.back().field = Field::title;
    }
    return;
  }
  const std::optional<PatternMatch> match = opener->pattern.at_start(header.whole);
  for (std::size_t i = 0; match && i < match->capture_count; ++i) {
    const std::optional<Field> field = field_named(match->captures[i].name);
    const std::string_view text = trim(match->captures[i].text);
    if (field && *field != Field::rank && *field != Field::category && !text.empty()) {
      items.push_back(text_item(text, header.line));
      items.back().field = field;
    }
  }
}

void append_label(std::vector<RecordItem>& items, const Fragment& fragment, const Format& format) {
  if (fragment.rule >= format.labels.size()) {
    // The label of the head's summary means nothing here: the line is a text that begins so.
    const char* const begin = fragment.whole.data();
    const char* const end = fragment.body.empty() ? begin + fragment.whole.size()
                                                  : fragment.body.data() + fragment.body.size();
    items.push_back(text_item({begin, static_cast<std::size_t>(end - begin)}, fragment.line));
    return;
  }
  items.push_back(label_item(fragment.whole, fragment.line, format.labels[fragment.rule].field));
  if (!fragment.body.empty()) {
    items.push_back(text_item(fragment.body, fragment.line));
  }
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
    if (item.label || item.is_address) {
      continue;
    }
    for (auto match = find_label(item.text, item.field ? 1 : 0, rule, format); match;
         match = find_label(item.text, match->end, rule, format)) {
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

/// Labels without a line of their own are looked for inside the texts, in the order of the format:
/// each behind the one before it, if it is there.
void find_glued_labels(std::vector<RecordItem>& items, std::span<const Field> promises,
                       const Format& format) {
  std::size_t from = 0;
  for (std::size_t rule = 0; rule < format.labels.size(); ++rule) {
    const Label& label = format.labels[rule];
    const auto there = std::ranges::find(items, std::optional(label.field), &RecordItem::label);
    if (there != items.end()) {
      continue;
    }
    const bool promised =
        std::ranges::find(promises, label.field) != promises.end() ||
        (label.chinese && std::ranges::find(promises, *label.chinese) != promises.end());
    auto place = label_inside(items, from, rule, promised, format);
    if (!place && from > 0) {
      place = label_inside(items, 0, rule, promised, format);
    }
    if (place) {
      cut_at_label(items, *place, format.labels[place->match.rule].field);
      from = place->item + 2;
    }
  }
}

/// Labels with two fields: which one the text behind them goes to.
void choose_fields(std::vector<RecordItem>& items, const Format& format) {
  for (std::size_t i = 0; i + 1 < items.size(); ++i) {
    RecordItem& item = items[i];
    if (!item.label || items[i + 1].label || !is_mostly_chinese(items[i + 1].text)) {
      continue;
    }
    const auto label = std::ranges::find_if(format.labels, [&item](const Label& l) {
      return l.field == *item.label && l.chinese.has_value() &&
             find_literal(item.text, 0,
                          l.text.substr(0, l.text.size() - (l.text.ends_with(':') ? 1 : 0)));
    });
    if (label != format.labels.end()) {
      item.label = label->chinese;
    }
  }
}

}  // namespace

std::vector<RecordItem> record_items(const RecordBlock& block, const Format& format) {
  std::vector<RecordItem> items;
  append_header(items, block.header, format);
  for (const Fragment& fragment : block.body) {
    if (fragment.kind == FragmentKind::label) {
      append_label(items, fragment, format);
    } else {
      items.push_back(text_item(fragment.whole, fragment.line));
      items.back().is_address = fragment.kind == FragmentKind::address;
    }
  }
  for (const Fragment& fragment : block.address) {
    items.push_back(text_item(fragment.whole, fragment.line));
    items.back().is_address = true;
  }
  find_glued_labels(items, format.promises(block.section), format);
  std::erase_if(items, [](const RecordItem& item) { return item.text.empty(); });
  choose_fields(items, format);
  return items;
}

}  // namespace digest
