#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/cell_text.hpp"
#include "digest/claims.hpp"
#include "digest/date_range.hpp"
#include "digest/digest.hpp"
#include "digest/format.hpp"
#include "digest/row_links.hpp"
#include "digest/table_format.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// A piece of a row and the field that it fills.
struct FilledPiece {
  TableField field = TableExtra::noise;
  std::string_view text;    ///< a view into the source
  std::string_view header;  ///< of its column, a view into the source
};

/// What the rows of one file are read with. All of it outlives the reading.
struct RowContext {
  const text::SourceText& source;
  const Format& format;
  const TableFormat& table;
  bool clean = true;
  std::size_t max_names = 0;
};

/// Turns the pieces of one row into a Paper.
class TablePaper {
 public:
  TablePaper(const RowContext& context, std::size_t line, std::size_t end_line);

  void put(const FilledPiece& piece);

  /// A value that a heading gives to all rows below it, unless the row has its own.
  void inherit(std::string_view category, Section section);

  [[nodiscard]] const Paper& paper() const { return paper_; }

  /// The date that a column gives.
  [[nodiscard]] const std::optional<DateRange>& date() const { return date_; }

  /// The paper with address and identity. Reports what its format promises and it lacks.
  [[nodiscard]] diagnostics::Reported<Paper> finish() &&;

 private:
  void put_extra(TableExtra extra, std::string_view text);
  void put_text(Field field, std::string_view cell);
  void put_names(Field field, std::string_view text);
  void put_points(std::string_view text);
  void put_links(const FilledPiece& piece);
  void put_address(std::string_view text);
  void use_address(std::string address);
  void put_rank(std::string_view digits);
  void put_date(std::string_view text);
  [[nodiscard]] std::string plain(std::string_view cell, std::vector<Link>& links) const;
  void choose_address();
  void keep_links();
  void check_promises();
  void report(std::string code, std::string message, std::string remedy);

  const RowContext& context_;
  Paper paper_;
  RowLinks links_;
  std::optional<DateRange> date_;
  std::string reference_;  ///< what identifies the paper: an address or an arXiv number
  std::vector<diagnostics::Diagnostic> diagnostics_;
};

}  // namespace digest
