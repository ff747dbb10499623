#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace digest {

/// The fields of a record that a format can fill, in the order of the record.
enum class Field {
  rank,
  category,
  title,
  title_zh,
  authors,
  affiliations,
  key_points,
  tldr,
  motivation,
  method,
  advantage,
  abstract,
  abstract_zh,
  venue,
  remark,
  url,
  links,
  date,  ///< of the digest, where its records say it
};

inline constexpr std::size_t kFieldCount = 18;

/// The field's name in records, formats and claims.
[[nodiscard]] std::string_view name_of(Field field);
[[nodiscard]] std::optional<Field> field_named(std::string_view name);
/// The names of all fields, in their order.
[[nodiscard]] std::span<const std::string_view> field_names();

}  // namespace digest
