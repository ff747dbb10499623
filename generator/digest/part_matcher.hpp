#pragma once

#include "digest/format.hpp"
#include "digest/item_queue.hpp"
#include "digest/record_items.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace digest {

/// Tells which part of a format a piece of a record is, from its shape and from what is still to
/// come, and where a piece must be cut because the next part is glued to it.
class PartMatcher {
 public:
  /// All three outlive the matcher.
  PartMatcher(const Format& format, std::span<const Part> parts, const ItemQueue& items)
      : format_(format), parts_(parts), items_(items) {}

  [[nodiscard]] bool fits(const Part& part, const RecordItem& item) const;
  /// The first part from `from` on that fills `field`; the number of parts if none does.
  [[nodiscard]] std::size_t part_of(Field field, std::size_t from) const;
  /// The first part from `from` on that the item fits; the number of parts if none. Parts that have
  /// their label further down are left to it.
  [[nodiscard]] std::size_t unlabelled_part(const RecordItem& item, std::size_t from) const;
  /// Where the part behind `item` begins that has no line of its own, of the parts from `from` on.
  [[nodiscard]] std::optional<std::size_t> glue_in(const RecordItem& item, Shape shape,
                                                   std::size_t from) const;
  /// The same for a numbered point, to which the next point may be glued.
  [[nodiscard]] std::optional<std::size_t> glued_point(const RecordItem& item,
                                                       std::size_t from) const;

 private:
  enum class Labelled { no, yes };

  [[nodiscard]] std::size_t matching_part(const RecordItem& item, std::size_t from,
                                          Labelled labelled) const;
  [[nodiscard]] std::size_t part_after(const RecordItem& item, std::size_t from) const;
  [[nodiscard]] bool fits_names(const RecordItem& item) const;

  const Format& format_;
  std::span<const Part> parts_;
  const ItemQueue& items_;
};

}  // namespace digest
