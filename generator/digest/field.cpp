#include "digest/field.hpp"

#include <algorithm>
#include <array>

namespace digest {

namespace {

/// In the order of the enumerators.
constexpr std::array<std::string_view, kFieldCount> kFieldNames = {
    "rank",        "category", "title",      "title_zh", "authors",   "affiliations",
    "key_points",  "tldr",     "motivation", "method",   "advantage", "abstract",
    "abstract_zh", "venue",    "remark",     "url",      "links",     "date"};

}  // namespace

std::string_view name_of(Field field) {
  return kFieldNames.at(static_cast<std::size_t>(field));
}

std::optional<Field> field_named(std::string_view name) {
  const auto* const entry = std::ranges::find(kFieldNames, name);
  return entry == kFieldNames.end()
             ? std::nullopt
             : std::optional(static_cast<Field>(entry - kFieldNames.begin()));
}

std::span<const std::string_view> field_names() {
  return kFieldNames;
}

}  // namespace digest
