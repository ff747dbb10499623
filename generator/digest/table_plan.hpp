#pragma once

#include "digest/markdown_table.hpp"
#include "digest/table_format.hpp"
#include "digest/table_paper.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// A row, taken apart.
struct MatchedRow {
  const TableRow* row = nullptr;
  std::vector<FilledPiece> pieces;
  std::vector<std::string_view> odd_cells;      ///< fit none of their column's patterns
  std::vector<std::string_view> extra_cells;    ///< behind the last column
  std::vector<std::string_view> unknown_cells;  ///< of columns that the format does not know
  bool guessed_title = false;                   ///< see split_glued_titles
};

/// A table and what its format makes of its rows.
struct MatchedTable {
  std::vector<std::string_view> unknown_columns;  ///< headers that the format does not know
  std::vector<MatchedRow> rows;
};

/// Whether the columns of `header` give a title.
[[nodiscard]] bool gives_title(const TableRow& header, const TableFormat& format);

/// Takes the rows of `table` apart. Of a column's patterns, the first one that fits most of the
/// table's cells is tried first: a table is written in one style, and a style's mark may turn up in
/// the texts of another one.
/// Rows of more than `max_cells` cells are left out.
[[nodiscard]] MatchedTable match_table(const MarkdownTable& table, const TableFormat& format,
                                       std::size_t max_cells);

/// Where nothing but blanks parts title and text, and even these were lost, the title runs on into
/// the text. Such titles end before the word with which many other texts of the file begin
/// ("Introduces"). `rows` are those of the whole file.
void split_glued_titles(std::vector<MatchedTable>& tables);

}  // namespace digest
