#include "digest/table_format.hpp"

#include "digest/cell_text.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>

namespace digest {

namespace {

/// In the order of the enumerators.
constexpr std::array<std::string_view, 4> kExtraNames = {"section", "arxiv_id", "year", "noise"};

}  // namespace

std::string_view name_of(const TableField& field) {
  const auto* const extra = std::get_if<TableExtra>(&field);
  return extra == nullptr ? name_of(std::get<Field>(field))
                          : kExtraNames.at(static_cast<std::size_t>(*extra));
}

std::optional<TableField> table_field_named(std::string_view name) {
  if (const std::optional<Field> field = field_named(name)) {
    return field;
  }
  const auto* const extra = std::ranges::find(kExtraNames, name);
  return extra == kExtraNames.end()
             ? std::nullopt
             : std::optional<TableField>(static_cast<TableExtra>(extra - kExtraNames.begin()));
}

std::string header_key(std::string_view cell) {
  return text::ascii_lower(text::collapse_whitespace(read_cell(cell).text));
}

}  // namespace digest
