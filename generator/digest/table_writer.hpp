#pragma once

#include "digest/placed_text.hpp"
#include "digest/source_characters.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// How many columns and rows a cell of a page's table takes.
struct CellSpan {
  std::size_t columns = 1;
  std::size_t rows = 1;
};

/// Writes a table of a page as a Markdown table, a row at a time: texts with escapes, links as
/// `<a href>`, bold text between `**`, line breaks as `<br>`. The text of a cell that takes several
/// rows is repeated, and further columns of one are empty, so that every cell stays below its
/// header. What is repeated has no source.
class TableWriter {
 public:
  /// Spans of cells add at most `room` bytes: they are short to write.
  explicit TableWriter(std::size_t room) : room_(room) {}

  void begin_table();
  void begin_cell(CellSpan span);
  void end_cell();

  /// The row that ends; behind the first one, the row of dashes. Empty if nothing stands in it.
  [[nodiscard]] PlacedText end_row();

  // Inside a cell:

  void break_line() { break_pending_ = true; }

  /// As LineWriter::add.
  void add(std::string_view text, std::string_view raw, std::size_t offset, Blanks blanks);

  /// What is added up to end_link() leads to `address`, which is written at `offset`.
  void begin_link(std::string_view address, std::size_t offset, std::size_t size);
  void end_link();

  void begin_bold();
  void end_bold();

 private:
  /// A mark that is written before the next character; 0 bytes of source: it has none.
  struct Opening {
    std::string mark;
    std::size_t offset = 0;
    std::size_t size = 0;
  };

  /// The text of a cell for the rows below it.
  struct Repeated {
    std::string text;
    std::size_t rows = 0;
  };

  void add_character(const SourceCharacter& one, Blanks blanks);
  void open_marks();
  /// False if there is no room left for a cell that a span adds.
  bool add_spanned(std::string_view text);
  void add_repeated();
  void repeat(std::string text);

  std::size_t room_;
  PlacedText row_;
  std::size_t cell_begin_ = 0;  ///< in row_
  CellSpan span_;               ///< of the cell that is open
  std::vector<Opening> openings_;
  int bold_depth_ = 0;
  bool break_pending_ = false;
  bool blank_pending_ = false;
  SourceCharacter blank_;           ///< the one that is pending
  std::size_t column_ = 0;          ///< of the next cell
  std::vector<Repeated> repeated_;  ///< by column
  bool has_text_ = false;           ///< the row that is open
  bool has_header_ = false;
};

}  // namespace digest
