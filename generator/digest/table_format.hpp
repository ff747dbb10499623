#pragma once

#include "digest/cell_pattern.hpp"
#include "digest/field.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace digest {

/// What a table can give besides the fields of a record.
enum class TableExtra {
  section,
  arxiv_id,
  year,   ///< of the dates that do not say theirs
  noise,  ///< claimed, and nothing else
};

/// What a cell, a heading or a placeholder in one of them can fill. A Field::date is a day, a month
/// or a range of days.
using TableField = std::variant<Field, TableExtra>;

[[nodiscard]] std::string_view name_of(const TableField& field);
[[nodiscard]] std::optional<TableField> table_field_named(std::string_view name);

/// A column of a table: its cells are all of one field, or are taken apart by patterns.
struct TableColumn {
  std::string header;      ///< in lower case, without markup; empty: by number
  std::size_t number = 0;  ///< 1-based; 0: by header
  std::optional<TableField> field;
  std::vector<CellPattern> patterns;  ///< in the order of preference; empty if `field` is there
};

/// What is a digest of its own.
enum class DigestPer {
  file,
  heading,  ///< each heading that names a date
  date,     ///< each date of a column
};

/// The layout of a Markdown file with tables of papers, as data. Part of a Format.
struct TableFormat {
  std::vector<std::string> recognise_columns;  ///< headers of one table, as TableColumn::header
  DigestPer digest_per = DigestPer::file;
  std::vector<CellPattern> headings;
  std::vector<CellPattern> contents;  ///< lines of a list of contents
  std::vector<TableColumn> columns;
  std::vector<std::string> url_labels;  ///< in lower case: whose link is the paper's address
  bool prose_is_noise = false;          ///< text outside tables and headings needs no rule
};

/// A header or label as formats compare them: without markup, blanks collapsed, in lower case.
[[nodiscard]] std::string header_key(std::string_view cell);

}  // namespace digest
