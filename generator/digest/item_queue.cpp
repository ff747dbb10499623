#include "digest/item_queue.hpp"

#include "text/whitespace.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace digest {

ItemQueue::ItemQueue(std::vector<RecordItem> items) : items_(std::move(items)) {
  std::ranges::reverse(items_);
  for (const RecordItem& item : items_) {
    if (item.label) {
      ++labels_ahead_.at(static_cast<std::size_t>(*item.label));
    }
  }
}

RecordItem ItemQueue::take() {
  const RecordItem item = items_.back();
  items_.pop_back();
  if (item.label) {
    --labels_ahead_.at(static_cast<std::size_t>(*item.label));
  }
  return item;
}

void ItemQueue::put_back(const RecordItem& item, std::optional<std::size_t> cut) {
  if (!cut || *cut >= item.text.size()) {
    return;
  }
  const std::string_view rest = text::trim(item.text.substr(*cut));
  const bool is_address = rest.starts_with("http") && rest.find(' ') == std::string_view::npos;
  items_.push_back(
      {.text = rest, .line = item.line, .is_address = is_address, .label = {}, .field = {}});
}

bool ItemQueue::labelled_later(Field field) const {
  return labels_ahead_.at(static_cast<std::size_t>(field)) > 0;
}

}  // namespace digest
