#pragma once

#include "digest/check_bytes.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace digest {

/// A row of a Markdown table. Cells are views into the source, trimmed; a cell that was broken over
/// lines holds the line break. Of a row with more cells than are allowed, there is one more than
/// that.
struct TableRow {
  std::size_t line = 0;      ///< 1-based
  std::size_t end_line = 0;  ///< its last one
  std::vector<std::string_view> cells;
};

/// A pipe table: a header row, a row of dashes, and the rows up to the first line that is none.
struct MarkdownTable {
  TableRow header;
  std::size_t delimiter_line = 0;
  std::vector<TableRow> rows;

  [[nodiscard]] std::size_t end_line() const {
    return rows.empty() ? delimiter_line : rows.back().end_line;
  }
};

/// The tables of `source` from `first_line` on, in their order. Lines longer than `max_line_size`
/// belong to no table. `\|` is part of a cell.
[[nodiscard]] std::vector<MarkdownTable> find_tables(const text::SourceText& source,
                                                     std::size_t first_line,
                                                     const DigestLimits& limits);

/// The header rows of these tables alone.
[[nodiscard]] std::vector<TableRow> find_headers(const text::SourceText& source,
                                                 std::size_t first_line,
                                                 const DigestLimits& limits);

/// The text of a heading (`## text ##`) without its marks, or an empty view; `level` of a heading.
struct MarkdownHeading {
  std::size_t level = 0;  ///< 0: no heading
  std::string_view text;
};

[[nodiscard]] MarkdownHeading heading_at(std::string_view line);

}  // namespace digest
