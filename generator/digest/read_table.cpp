#include "digest/read_table.hpp"

#include "diagnostics/diagnostic_list.hpp"
#include "digest/check_digest.hpp"
#include "digest/markdown_table.hpp"
#include "digest/report.hpp"
#include "digest/row_claims.hpp"
#include "digest/table_dates.hpp"
#include "digest/table_plan.hpp"
#include "text/suggestion.hpp"
#include "text/unicode.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace digest {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Reported;
using diagnostics::Severity;

/// What headings say of the tables below them, until a heading of the same level or a higher one.
struct HeadingState {
  struct Said {
    std::string_view text;
    std::size_t level = 0;
  };

  Said category;
  Said section;
  Said year;

  void enter(std::size_t level) {
    for (Said* const said : {&category, &section, &year}) {
      *said = said->level >= level ? Said() : *said;
    }
  }
};

class TableReader {
 public:
  TableReader(const TableInput& input, ClaimBook& claims)
      : input_(input),
        source_(input.source),
        table_(*input.format.table),
        claims_(claims),
        context_{.source = input.source,
                 .format = input.format,
                 .table = table_,
                 .clean = input.clean,
                 .max_names = input.options.limits.max_names} {}

  Reported<TableDigests> read() && {
    const std::vector<MarkdownTable> tables =
        find_tables(source_, input_.first_line, input_.options.limits.max_line_size);
    std::vector<const MarkdownTable*> used;
    for (const MarkdownTable& table : tables) {
      if (gives_title(table.header, table_)) {
        used.push_back(&table);
        matched_.push_back(match_table(table, table_));
      } else {
        report_table_without_title(table);
      }
    }
    split_glued_titles(matched_);
    std::size_t line = input_.first_line;
    for (std::size_t i = 0; i < used.size(); ++i) {
      for (; line < used[i]->header.line; ++line) {
        read_line(line);
      }
      read_one(*used[i], matched_[i]);
      line = used[i]->end_line() + 1;
    }
    for (; line <= source_.line_count(); ++line) {
      read_line(line);
    }
    return finish();
  }

 private:
  /// The digest that is read; a new one if there is none yet.
  TableDigest& current() {
    if (digests_.empty()) {
      begin_digest(input_.first_line);
    }
    return digests_[current_];
  }

  void begin_digest(std::size_t line) {
    current_ = digests_.size();
    TableDigest& fresh = digests_.emplace_back();
    fresh.digest.file = source_.path();
    fresh.first_line = digests_.size() == 1 ? 1 : line;
    fresh.year_said = number_of(headings_.year.text);
  }

  void read_line(std::size_t line) {
    const std::string_view text = text::trim(source_.line(line));
    if (text.empty() || text.size() > input_.options.limits.max_line_size) {
      return;
    }
    const MarkdownHeading heading = heading_at(text);
    if (heading.level > 0) {
      read_heading(heading, text, line);
      return;
    }
    for (const CellPattern& entry : table_.contents) {
      if (entry.match(text)) {
        claims_.claim(text, "head:contents");
        return;
      }
    }
    claim_noise(text);
  }

  void claim_noise(std::string_view text) {
    for (const NoiseRule& rule : input_.format.noise) {
      if (rule.pattern.is_whole(text)) {
        claims_.claim(text, "noise:" + rule.name);
        return;
      }
    }
    const bool is_rule =
        text.size() >= 3 && text.find_first_not_of("-* ") == std::string_view::npos;
    if (is_rule) {
      claims_.claim(text, "noise:rule");
    } else if (table_.prose_is_noise && text.find('|') == std::string_view::npos) {
      claims_.claim(text, "noise:prose");
    }
  }

  void read_heading(const MarkdownHeading& heading, std::string_view line_text, std::size_t line) {
    headings_.enter(heading.level);
    for (const CellPattern& pattern : table_.headings) {
      const auto pieces = pattern.match(heading.text);
      if (!pieces || !take_heading(heading, pattern, *pieces, line)) {
        continue;
      }
      claims_.claim(line_text, "head:heading");
      return;
    }
    claim_noise(line_text);
  }

  /// Whether the heading says what its pattern promises: a date must be one.
  bool take_heading(const MarkdownHeading& heading, const CellPattern& pattern,
                    const std::vector<CellPiece>& pieces, std::size_t line) {
    std::optional<DateRange> date;
    int year = 0;
    for (const CellPiece& piece : pieces) {
      const auto field = table_field_named(pattern.names()[piece.placeholder]);
      if (field == TableField::date) {
        date = parse_date_range(piece.text);
        if (!date) {
          return false;
        }
      } else if (field == TableField::year) {
        year = number_of(piece.text);
        headings_.year = {piece.text, heading.level};
      } else if (field == TableField::category) {
        headings_.category = {piece.text, heading.level};
      } else if (field == TableField::section) {
        headings_.section = {piece.text, heading.level};
      }
    }
    if (!date) {
      return true;
    }
    if (table_.digest_per == DigestPer::heading) {
      begin_digest(line);
      headings_.category = {};
    }
    TableDigest& digest = current();
    if (!digest.range) {
      digest.range = year == 0 || date->has_year() ? date : with_year(*date, year);
    }
    return true;
  }

  void read_one(const MarkdownTable& table, MatchedTable& matched) {
    claims_.claim(source_.line(table.header.line), "head:columns");
    claims_.claim(source_.line(table.delimiter_line), "head:columns");
    for (const std::string_view header : matched.unknown_columns) {
      report_unknown_column(table, header);
    }
    for (const MatchedRow& row : matched.rows) {
      read_row(row);
    }
    matched.rows = {};
  }

  void read_row(const MatchedRow& row) {
    report_odd_cells(row);
    TablePaper paper(context_, row.row->line, row.row->end_line);
    for (const FilledPiece& piece : row.pieces) {
      paper.put(piece);
    }
    paper.inherit(headings_.category.text, text::ascii_lower(headings_.section.text) == "also"
                                               ? Section::also
                                               : Section::featured);
    if (text::is_blank(paper.paper().title)) {
      leave_out(row);
      return;
    }
    TableDigest& digest =
        table_.digest_per == DigestPer::date ? digest_of(paper.date(), *row.row) : current();
    if (!digest.range && paper.date() && table_.digest_per == DigestPer::file) {
      digest.row_dates.push_back(*paper.date());
    }
    std::vector<Paper>& papers = digest.digest.papers;
    if (papers.size() >= input_.options.limits.max_records) {
      report_records_limit(row);
      return;
    }
    const int number = static_cast<int>(papers.size()) + 1;
    claim_row(source_, row, number, claims_);
    Reported<Paper> finished = std::move(paper).finish();
    diagnostics::append(diagnostics_, std::move(finished.diagnostics));
    if (row.guessed_title) {
      report(row.row->line, "digest/guessed-title",
             "nothing shows where this title ends; it is taken to end behind \"" +
                 tail_of(finished.value.title) + "\"",
             "put the mark between title and text that the other rows have");
    }
    papers.push_back(std::move(finished.value));
    own_lines(*row.row);
  }

  static std::string tail_of(const std::string& title) {
    const std::size_t blank = title.rfind(' ');
    return blank == std::string::npos ? title : title.substr(blank + 1);
  }

  TableDigest& digest_of(const std::optional<DateRange>& date, const TableRow& row) {
    const text::CalendarDate day = date ? date->last : text::CalendarDate{};
    const auto [place, is_new] = by_date_.emplace(day, digests_.size());
    if (is_new) {
      begin_digest(row.line);
      digests_.back().range = date;
    }
    current_ = place->second;
    return digests_[current_];
  }

  void own_lines(const TableRow& row) {
    if (table_.digest_per == DigestPer::date) {
      for (std::size_t line = row.line; line <= row.end_line; ++line) {
        row_owners_[line] = current_;
      }
    }
  }

  void report_odd_cells(const MatchedRow& row) {
    for (const std::string_view cell : row.odd_cells) {
      report(row.row->line, "digest/odd-cell",
             "this cell fits none of the patterns of its column: \"" +
                 std::string(cell.substr(0, shown_size(cell))) + "\"",
             "write it as the other rows are, or add a pattern to the format");
      explain(row);
    }
    if (!row.extra_cells.empty()) {
      report(row.row->line, "digest/extra-cell",
             "this row has more cells than the table has columns",
             "write a pipe that is part of a text as `\\|`");
      explain(row);
    }
    if (!row.unknown_cells.empty()) {
      explain(row);  // said once, of the column
    }
  }

  static std::size_t shown_size(std::string_view cell) {
    constexpr std::size_t kShown = 40;
    return text::grapheme_prefix_size(cell.substr(0, cell.find('\n')).substr(0, 8 * kShown),
                                      kShown);
  }

  void explain(const MatchedRow& row) {
    for (std::size_t line = row.row->line; line <= row.row->end_line; ++line) {
      explained_.push_back(static_cast<int>(line));
    }
  }

  void leave_out(const MatchedRow& row) {
    report(row.row->line, "digest/missing-title", "this row has no title, so it is left out",
           "write the title into its cell", Severity::error);
    explain(row);
  }

  void report_records_limit(const MatchedRow& row) {
    explain(row);
    if (limit_reported_) {
      return;
    }
    limit_reported_ = true;
    report(row.row->line, "digest/records-limit",
           "the rows from here on are not read; the limit max_records is " +
               std::to_string(input_.options.limits.max_records),
           "split the file", Severity::error);
  }

  void report_unknown_column(const MarkdownTable& table, std::string_view header) {
    std::vector<std::string_view> known;
    for (const TableColumn& column : table_.columns) {
      known.push_back(column.header);
    }
    const std::string meant = text::did_you_mean(header_key(header), known);
    report(table.header.line, "digest/unknown-column",
           "the format \"" + input_.format.name + "\" says nothing of the column \"" +
               std::string(header) + "\"; its cells are unclaimed",
           meant.empty() ? "give it a field in the format's `columns`, or `noise`" : meant);
  }

  void report_table_without_title(const MarkdownTable& table) {
    report(table.header.line, "digest/unknown-column",
           "no column of this table gives a title, so its rows are not read",
           "name the column of the titles in the format's `columns`");
    for (std::size_t line = table.header.line; line <= table.end_line(); ++line) {
      explained_.push_back(static_cast<int>(line));
    }
  }

  Reported<TableDigests> finish() {
    current();  // every file gives a digest
    drop_empty_digests();
    TableDigests out;
    date_digests(digests_,
                 {.name = digest_name(source_.path()),
                  .front_matter = input_.date,
                  .configured = input_.options.dates,
                  .several = table_.digest_per != DigestPer::file},
                 diagnostics_);
    assign_lines(out.line_owners);
    for (TableDigest& one : digests_) {
      diagnostics::append(diagnostics_, check_digest(source_, one.digest, {}));
      out.digests.push_back(std::move(one.digest));
    }
    if (out.digests.size() == 1 && out.digests.front().papers.empty()) {
      diagnostics_.push_back({.severity = Severity::error,
                              .code = "digest/no-record",
                              .where = {.path = source_.path()},
                              .message = "no table of this file has a row with a paper",
                              .remedy = "look at the format's `columns`"});
    }
    std::ranges::sort(explained_);
    out.explained_lines = std::move(explained_);
    return {.value = std::move(out), .diagnostics = std::move(diagnostics_)};
  }

  /// A heading without papers, in a list of contents say, is no digest.
  void drop_empty_digests() {
    std::vector<std::size_t> places;
    std::vector<TableDigest> kept;
    for (TableDigest& one : digests_) {
      places.push_back(kept.size());
      if (!one.digest.papers.empty()) {
        kept.push_back(std::move(one));
      }
    }
    if (kept.empty()) {
      kept.push_back(std::move(digests_.front()));
    }
    kept.front().first_line = 1;
    for (auto& [line, owner] : row_owners_) {
      owner = std::min(places[owner], kept.size() - 1);
    }
    digests_ = std::move(kept);
  }

  /// Lines belong to the digest of their heading, rows by date to that of their date.
  void assign_lines(std::vector<std::size_t>& owners) const {
    owners.assign(source_.line_count(), 0);
    if (table_.digest_per == DigestPer::date) {
      for (const auto& [line, owner] : row_owners_) {
        owners[line - 1] = owner;
      }
      return;
    }
    for (std::size_t i = 0; i < digests_.size(); ++i) {
      for (std::size_t line = digests_[i].first_line; line <= owners.size(); ++line) {
        if (i + 1 < digests_.size() && line >= digests_[i + 1].first_line) {
          break;
        }
        owners[line - 1] = i;
      }
    }
  }

  void report(std::size_t line, std::string code, std::string message, std::string remedy,
              Severity severity = Severity::warning) {
    report_line(diagnostics_, source_, static_cast<int>(line),
                {.severity = severity,
                 .code = std::move(code),
                 .message = std::move(message),
                 .remedy = std::move(remedy)});
  }

  const TableInput& input_;
  const text::SourceText& source_;
  const TableFormat& table_;
  ClaimBook& claims_;
  RowContext context_;
  std::vector<MatchedTable> matched_;
  HeadingState headings_;
  std::vector<TableDigest> digests_;
  std::size_t current_ = 0;
  std::map<text::CalendarDate, std::size_t> by_date_;
  std::map<std::size_t, std::size_t> row_owners_;  ///< line to digest, where rows have dates
  std::vector<Diagnostic> diagnostics_;
  std::vector<int> explained_;
  bool limit_reported_ = false;
};

}  // namespace

Reported<TableDigests> read_table(const TableInput& input, ClaimBook& claims) {
  return TableReader(input, claims).read();
}

std::string table_reason(const text::SourceText& source, std::size_t first_line,
                         const Format& format) {
  const TableFormat& table = *format.table;
  if (table.recognise_columns.empty()) {
    return {};
  }
  for (const TableRow& header : find_headers(source, first_line)) {
    std::vector<std::string> keys;
    for (const std::string_view cell : header.cells) {
      keys.push_back(header_key(cell));
    }
    const bool has_all = std::ranges::all_of(table.recognise_columns, [&keys](const auto& wanted) {
      return std::ranges::find(keys, wanted) != keys.end();
    });
    if (has_all) {
      std::string names;
      for (const std::string& wanted : table.recognise_columns) {
        names += (names.empty() ? "\"" : "\", \"") + wanted;
      }
      return "line " + std::to_string(header.line) + " has the columns " + names + "\"";
    }
  }
  return {};
}

}  // namespace digest
