#include "digest/record_items.hpp"

#include "digest/glued_fields.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <cstddef>

namespace digest {

namespace {

using text::trim;

void append_label(std::vector<RecordItem>& items, const Fragment& fragment, const Format& format) {
  if (fragment.rule >= format.labels.size()) {
    // The label of the head's summary means nothing here: the line is a text that begins so.
    const char* const begin = fragment.whole.data();
    const char* const end = fragment.body.empty() ? begin + fragment.whole.size()
                                                  : fragment.body.data() + fragment.body.size();
    items.push_back({.text = {begin, static_cast<std::size_t>(end - begin)},
                     .line = fragment.line,
                     .label = {}});
    return;
  }
  items.push_back(
      {.text = fragment.whole, .line = fragment.line, .label = format.labels[fragment.rule].field});
  if (!fragment.body.empty()) {
    items.push_back({.text = fragment.body, .line = fragment.line, .label = {}});
  }
}

/// Where `label` stands inside `text` so that it may be one and not a word of a sentence: behind a
/// sentence, or anywhere if the record must have it.
std::optional<std::size_t> label_inside(std::string_view text, const Label& label, bool must) {
  for (auto at = find_literal(text, 1, label.text); at;
       at = find_literal(text, *at + 1, label.text)) {
    if (must || ends_sentence(text::trim_right(text.substr(0, *at)))) {
      return at;
    }
  }
  return std::nullopt;
}

/// Cuts the first text that holds `label` into what stands before it, the label, and the rest.
void cut_at_label(std::vector<RecordItem>& items, const Label& label, bool must) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    const RecordItem item = items[i];
    const auto at =
        item.label || item.is_address ? std::nullopt : label_inside(item.text, label, must);
    if (!at) {
      continue;
    }
    const std::size_t size = literal_size(item.text, *at, label.text).value_or(0);
    items[i].text = trim(item.text.substr(0, *at));
    const auto behind = items.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    items.insert(behind,
                 {{.text = item.text.substr(*at, size), .line = item.line, .label = label.field},
                  {.text = trim(item.text.substr(*at + size)), .line = item.line, .label = {}}});
    return;
  }
}

}  // namespace

std::vector<RecordItem> record_items(const RecordBlock& block, const Format& format) {
  std::vector<RecordItem> items;
  for (const Fragment& fragment : block.body) {
    if (fragment.kind == FragmentKind::label) {
      append_label(items, fragment, format);
    } else {
      items.push_back({.text = fragment.whole, .line = fragment.line, .label = {}});
    }
  }
  for (const Fragment& fragment : block.address) {
    items.push_back(
        {.text = fragment.whole, .line = fragment.line, .is_address = true, .label = {}});
  }
  const std::span<const Field> promises = format.promises(block.section);
  for (const Label& label : format.labels) {
    const bool there =
        std::ranges::find(items, std::optional(label.field), &RecordItem::label) != items.end();
    if (!there) {
      cut_at_label(items, label, std::ranges::find(promises, label.field) != promises.end());
    }
  }
  std::erase_if(items, [](const RecordItem& item) { return item.text.empty(); });
  return items;
}

}  // namespace digest
