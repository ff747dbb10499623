#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/format.hpp"
#include "digest/markdown_table.hpp"
#include "digest/table_plan.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// What is said of the tables of one file, and of which lines: what is unclaimed on these needs no
/// further word.
class TableReports {
 public:
  /// Both outlive the reports. The format has a TableFormat.
  TableReports(const text::SourceText& source, const Format& format)
      : source_(source), format_(format) {}

  /// The cells of `row` that no column or pattern takes, if there are any.
  void odd_cells(const MatchedRow& row);
  /// `row` is left out.
  void missing_title(const MatchedRow& row);
  /// `row` is not read: its digest has `limit` papers. Said once.
  void records_limit(const MatchedRow& row, std::size_t limit);
  /// `title` is that of `row`, cut at a word.
  void guessed_title(const MatchedRow& row, const std::string& title);
  /// A name is said once, and only so many names.
  void unknown_column(const MarkdownTable& table, std::string_view header);
  /// `row`, or all of `table`, has more than `max_cells` cells in a row and is not read.
  void wide_row(const TableRow& row, std::size_t max_cells);
  void wide_table(const MarkdownTable& table, std::size_t max_cells);
  /// `table` is not read.
  void table_without_title(const MarkdownTable& table);
  /// The file has no row with a paper.
  void no_record();
  /// What others say.
  void add(std::vector<diagnostics::Diagnostic> said);

  [[nodiscard]] std::vector<diagnostics::Diagnostic>& diagnostics() { return diagnostics_; }

  /// The lines of which something is said, sorted. They are given away.
  [[nodiscard]] std::vector<int> take_explained_lines();

 private:
  void explain(const MatchedRow& row);
  void explain_lines(std::size_t first, std::size_t last);
  void report(std::size_t line, diagnostics::Diagnostic diagnostic);

  const text::SourceText& source_;
  const Format& format_;
  std::vector<diagnostics::Diagnostic> diagnostics_;
  std::vector<int> explained_;
  bool limit_reported_ = false;
  std::set<std::string_view> unknown_columns_;  ///< that are reported
};

}  // namespace digest
