#include "digest/record_items.hpp"

#include "digest/author_names.hpp"
#include "digest/glued_labels.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace digest {

namespace {

using text::trim;

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
      items.back().is_whole = i + 1 < match->capture_count || !opener->pattern.ends_with_anything();
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

/// Whether a list of names goes on behind the line: in brackets that are not closed, or behind a
/// comma.
bool is_broken_list(std::string_view line, const Format& format) {
  if (mark_size(line, 0, '[') > 0) {
    return !find_literal(line, 0, "]");
  }
  return literal_suffix_size(line, ",") && !has_han(line) && looks_like_names(line, format.names);
}

/// Joins the halves of lists of names that a line break has cut, where their place tells what they
/// are.
void join_broken_lists(std::vector<RecordItem>& items, const Format& format) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < items.size(); ++i, ++kept) {
    RecordItem item = items[i];
    if (i + 1 < items.size()) {
      const RecordItem& next = items[i + 1];
      const bool are_texts = !item.label && !next.label && !item.field && !next.is_address;
      if (are_texts && next.line == item.line + 1 && is_broken_list(item.text, format)) {
        const char* const end = next.text.data() + next.text.size();
        item.text = {item.text.data(), static_cast<std::size_t>(end - item.text.data())};
        ++i;
      }
    }
    items[kept] = item;
  }
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(kept), items.end());
}

/// Labels with two fields: which one the text behind them goes to.
void choose_fields(std::vector<RecordItem>& items, const Format& format) {
  for (std::size_t i = 0; i + 1 < items.size(); ++i) {
    RecordItem& item = items[i];
    if (!item.label || items[i + 1].label) {
      continue;
    }
    const auto label = std::ranges::find_if(format.labels, [&item](const Label& l) {
      return l.field == *item.label && l.chinese.has_value() &&
             find_literal(item.text, 0, l.word());
    });
    if (label != format.labels.end() && is_mostly_chinese(items[i + 1].text)) {
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
  if (format.closers.address) {
    join_broken_lists(items, format);
  }
  cut_at_glued_labels(items, format.promises(block.section), format);
  std::erase_if(items, [](const RecordItem& item) { return item.text.empty(); });
  choose_fields(items, format);
  return items;
}

}  // namespace digest
