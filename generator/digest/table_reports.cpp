#include "digest/table_reports.hpp"

#include "diagnostics/diagnostic_list.hpp"
#include "digest/report.hpp"
#include "text/suggestion.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <utility>

namespace digest {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Severity;

std::string beginning_of(std::string_view cell) {
  constexpr std::size_t kShown = 40;
  const std::string_view line = cell.substr(0, cell.find('\n')).substr(0, 8 * kShown);
  return std::string(cell.substr(0, text::grapheme_prefix_size(line, kShown)));
}

std::string last_word_of(const std::string& title) {
  const std::size_t blank = title.rfind(' ');
  return blank == std::string::npos ? title : title.substr(blank + 1);
}

}  // namespace

void TableReports::odd_cells(const MatchedRow& row) {
  for (const std::string_view cell : row.odd_cells) {
    report(row.row->line,
           {.severity = Severity::warning,
            .code = "digest/odd-cell",
            .message =
                "this cell fits none of the patterns of its column: \"" + beginning_of(cell) + "\"",
            .remedy = "write it as the other rows are, or add a pattern to the format"});
    explain(row);
  }
  if (!row.extra_cells.empty()) {
    report(row.row->line, {.severity = Severity::warning,
                           .code = "digest/extra-cell",
                           .message = "this row has more cells than the table has columns",
                           .remedy = "write a pipe that is part of a text as `\\|`"});
    explain(row);
  }
  if (!row.unknown_cells.empty()) {
    explain(row);  // said once, of the column
  }
}

void TableReports::missing_title(const MatchedRow& row) {
  report(row.row->line, {.severity = Severity::error,
                         .code = "digest/missing-title",
                         .message = "this row has no title, so it is left out",
                         .remedy = "write the title into its cell"});
  explain(row);
}

void TableReports::records_limit(const MatchedRow& row, std::size_t limit) {
  explain(row);
  if (limit_reported_) {
    return;
  }
  limit_reported_ = true;
  report(row.row->line,
         {.severity = Severity::error,
          .code = "digest/records-limit",
          .message = "the rows from here on are not read; the limit max_records is " +
                     std::to_string(limit),
          .remedy = "split the file"});
}

void TableReports::guessed_title(const MatchedRow& row, const std::string& title) {
  report(row.row->line,
         {.severity = Severity::warning,
          .code = "digest/guessed-title",
          .message = "nothing shows where this title ends; it is taken to end behind \"" +
                     last_word_of(title) + "\"",
          .remedy = "put the mark between title and text that the other rows have"});
}

void TableReports::unknown_column(const MarkdownTable& table, std::string_view header) {
  constexpr std::size_t kMostNames = 50;
  if (unknown_columns_.size() > kMostNames || !unknown_columns_.insert(header).second) {
    return;
  }
  if (unknown_columns_.size() > kMostNames) {
    report(table.header.line,
           {.severity = Severity::warning,
            .code = "digest/unknown-column",
            .message = "the format says nothing of further columns, from here on",
            .remedy = "look whether it is the format of this file"});
    return;
  }
  std::vector<std::string_view> known;
  for (const TableColumn& column : format_.table->columns) {
    known.push_back(column.header);
  }
  const std::string meant = text::did_you_mean(header_key(header), known);
  report(
      table.header.line,
      {.severity = Severity::warning,
       .code = "digest/unknown-column",
       .message = "the format \"" + format_.name + "\" says nothing of the column \"" +
                  std::string(header) + "\"; its cells are unclaimed",
       .remedy = meant.empty() ? "give it a field in the format's `columns`, or `noise`" : meant});
}

void TableReports::table_without_title(const MarkdownTable& table) {
  report(table.header.line,
         {.severity = Severity::warning,
          .code = "digest/unknown-column",
          .message = "no column of this table gives a title, so its rows are not read",
          .remedy = "name the column of the titles in the format's `columns`"});
  explain_lines(table.header.line, table.end_line());
}

void TableReports::wide_row(const TableRow& row, std::size_t max_cells) {
  report(row.line, {.severity = Severity::error,
                    .code = "digest/cells-limit",
                    .message = "this row is not read; the limit max_cells is " +
                               std::to_string(max_cells) + " cells in a row",
                    .remedy = "write a pipe that is part of a text as `\\|`"});
  explain_lines(row.line, row.end_line);
}

void TableReports::wide_table(const MarkdownTable& table, std::size_t max_cells) {
  report(table.header.line, {.severity = Severity::error,
                             .code = "digest/cells-limit",
                             .message = "this table is not read; the limit max_cells is " +
                                        std::to_string(max_cells) + " cells in a row",
                             .remedy = "leave out the columns that say nothing of a paper"});
  explain_lines(table.header.line, table.end_line());
}

void TableReports::no_record() {
  diagnostics_.push_back({.severity = Severity::error,
                          .code = "digest/no-record",
                          .where = {.path = source_.path()},
                          .message = "no table of this file has a row with a paper",
                          .remedy = "look at the format's `columns`"});
}

void TableReports::add(std::vector<Diagnostic> said) {
  diagnostics::append(diagnostics_, std::move(said));
}

std::vector<int> TableReports::take_explained_lines() {
  std::ranges::sort(explained_);
  return std::move(explained_);
}

void TableReports::explain(const MatchedRow& row) {
  explain_lines(row.row->line, row.row->end_line);
}

void TableReports::explain_lines(std::size_t first, std::size_t last) {
  for (std::size_t line = first; line <= last; ++line) {
    explained_.push_back(static_cast<int>(line));
  }
}

void TableReports::report(std::size_t line, Diagnostic diagnostic) {
  report_line(diagnostics_, source_, static_cast<int>(line), std::move(diagnostic));
}

}  // namespace digest
