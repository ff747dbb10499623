#pragma once

#include "digest/html_tree.hpp"
#include "digest/line_writer.hpp"
#include "digest/table_writer.hpp"

#include <cstddef>

namespace digest {

/// Whether the first row of `table` is one of headers: at least two `<th>`, or cells of a
/// `<thead>`. Others are there for the page's looks.
[[nodiscard]] bool has_header_row(const GumboNode& table);

/// Follows a page's table while the page is walked: which row and cell is read.
class PageTable {
 public:
  /// Rows go to `lines`, which outlives this. `room` is that of TableWriter.
  PageTable(LineWriter& lines, std::size_t room) : lines_(lines), writer_(room) {}

  /// Reads `table`, which has a header row, from now on up to its end. Not while one is read.
  void open(const GumboNode& table);

  /// Whether a table is read; tables inside its cells are texts.
  [[nodiscard]] bool is_open() const { return table_ != nullptr; }

  [[nodiscard]] bool in_cell() const { return cell_ != nullptr; }

  /// Whether `node` is a cell of the table that is read.
  [[nodiscard]] bool is_cell(const GumboNode& node) const;

  /// An element begins or ends.
  void begin(const GumboNode& node);
  void end(const GumboNode& node);

  /// Takes what stands in the cell that is open.
  [[nodiscard]] TableWriter& cell() { return writer_; }

 private:
  LineWriter& lines_;
  TableWriter writer_;
  const GumboNode* table_ = nullptr;
  const GumboNode* cell_ = nullptr;
};

}  // namespace digest
