#pragma once

#include "digest/record_items.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace digest {

/// The pieces of a record that are still to be placed.
class ItemQueue {
 public:
  explicit ItemQueue(std::vector<RecordItem> items);

  [[nodiscard]] bool empty() const { return items_.empty(); }

  /// There is one.
  [[nodiscard]] const RecordItem& next() const { return items_.back(); }

  RecordItem take();
  /// Puts what stands behind `cut` in the text of `item` in front; nothing if there is no cut.
  void put_back(const RecordItem& item, std::optional<std::size_t> cut);
  /// Whether a label of that field is still to come.
  [[nodiscard]] bool labelled_later(Field field) const;

 private:
  std::vector<RecordItem> items_;                ///< the next one at the back
  std::array<int, kFieldCount> labels_ahead_{};  ///< by field: labels that are still to come
};

}  // namespace digest
