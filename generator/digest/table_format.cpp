#include "digest/table_format.hpp"

#include "digest/cell_text.hpp"
#include "text/whitespace.hpp"

#include <algorithm>

namespace digest {

namespace {

constexpr std::array<std::pair<TableField, std::string_view>, 22> kFieldNames = {{
    {TableField::rank, "rank"},
    {TableField::category, "category"},
    {TableField::section, "section"},
    {TableField::title, "title"},
    {TableField::title_zh, "title_zh"},
    {TableField::authors, "authors"},
    {TableField::affiliations, "affiliations"},
    {TableField::key_points, "key_points"},
    {TableField::tldr, "tldr"},
    {TableField::motivation, "motivation"},
    {TableField::method, "method"},
    {TableField::advantage, "advantage"},
    {TableField::venue, "venue"},
    {TableField::remark, "remark"},
    {TableField::abstract, "abstract"},
    {TableField::abstract_zh, "abstract_zh"},
    {TableField::url, "url"},
    {TableField::arxiv_id, "arxiv_id"},
    {TableField::links, "links"},
    {TableField::date, "date"},
    {TableField::year, "year"},
    {TableField::noise, "noise"},
}};

}  // namespace

std::string_view name_of(TableField field) {
  const auto* const entry =
      std::ranges::find(kFieldNames, field, [](const auto& pair) { return pair.first; });
  return entry->second;
}

std::optional<TableField> table_field_named(std::string_view name) {
  const auto* const entry =
      std::ranges::find(kFieldNames, name, [](const auto& pair) { return pair.second; });
  return entry == kFieldNames.end() ? std::nullopt : std::optional(entry->first);
}

std::string header_key(std::string_view cell) {
  return text::ascii_lower(text::collapse_whitespace(read_cell(cell).text));
}

}  // namespace digest
