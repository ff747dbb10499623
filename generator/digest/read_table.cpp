#include "digest/read_table.hpp"

#include "digest/check_digest.hpp"
#include "digest/digest_book.hpp"
#include "digest/markdown_table.hpp"
#include "digest/row_claims.hpp"
#include "digest/table_dates.hpp"
#include "digest/table_plan.hpp"
#include "digest/table_reports.hpp"
#include "text/whitespace.hpp"

#include <string_view>
#include <utility>

namespace digest {

namespace {

using diagnostics::Reported;

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
                 .max_names = input.options.limits.max_names},
        book_(source_.path(), input.first_line, table_.digest_per),
        reports_(source_, input.format) {}

  Reported<TableDigests> read() && {
    const std::vector<MarkdownTable> tables =
        find_tables(source_, input_.first_line, input_.options.limits);
    std::vector<const MarkdownTable*> used;
    for (const MarkdownTable& table : tables) {
      if (is_too_wide(table.header)) {
        reports_.wide_table(table, max_cells());
      } else if (gives_title(table.header, table_)) {
        used.push_back(&table);
        matched_.push_back(match_table(table, table_, max_cells()));
        report_wide_rows(table);
      } else {
        reports_.table_without_title(table);
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
  [[nodiscard]] std::size_t max_cells() const { return input_.options.limits.max_cells; }

  [[nodiscard]] bool is_too_wide(const TableRow& row) const {
    return row.cells.size() > max_cells();
  }

  void report_wide_rows(const MarkdownTable& table) {
    for (const TableRow& row : table.rows) {
      if (is_too_wide(row)) {
        reports_.wide_row(row, max_cells());
      }
    }
  }

  [[nodiscard]] int year_said() const { return number_of(headings_.year.text); }

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
      if (field == TableField(Field::date)) {
        date = parse_date_range(piece.text);
        if (!date) {
          return false;
        }
      } else if (field == TableField(TableExtra::year)) {
        year = number_of(piece.text);
        headings_.year = {piece.text, heading.level};
      } else if (field == TableField(Field::category)) {
        headings_.category = {piece.text, heading.level};
      } else if (field == TableField(TableExtra::section)) {
        headings_.section = {piece.text, heading.level};
      }
    }
    if (!date) {
      return true;
    }
    if (table_.digest_per == DigestPer::heading) {
      book_.begin(line, year_said());
      headings_.category = {};
    }
    TableDigest& digest = book_.current(year_said());
    if (!digest.range) {
      digest.range = year == 0 || date->has_year() ? date : with_year(*date, year);
    }
    return true;
  }

  void read_one(const MarkdownTable& table, MatchedTable& matched) {
    claims_.claim(source_.line(table.header.line), "head:columns");
    claims_.claim(source_.line(table.delimiter_line), "head:columns");
    for (const std::string_view header : matched.unknown_columns) {
      reports_.unknown_column(table, header);
    }
    for (const MatchedRow& row : matched.rows) {
      read_row(row);
    }
    matched.rows = {};
  }

  void read_row(const MatchedRow& row) {
    reports_.odd_cells(row);
    TablePaper paper(context_, row.row->line, row.row->end_line);
    for (const FilledPiece& piece : row.pieces) {
      paper.put(piece);
    }
    paper.inherit(headings_.category.text, text::ascii_lower(headings_.section.text) == "also"
                                               ? Section::also
                                               : Section::featured);
    if (text::is_blank(paper.paper().title)) {
      reports_.missing_title(row);
      return;
    }
    TableDigest& digest = table_.digest_per == DigestPer::date
                              ? book_.of_date(paper.date(), row.row->line, year_said())
                              : book_.current(year_said());
    if (!digest.range && paper.date() && table_.digest_per == DigestPer::file) {
      digest.row_dates.push_back(*paper.date());
    }
    std::vector<Paper>& papers = digest.digest.papers;
    if (papers.size() >= input_.options.limits.max_records) {
      reports_.records_limit(row, input_.options.limits.max_records);
      return;
    }
    const int number = static_cast<int>(papers.size()) + 1;
    claim_row(source_, row, number, input_.format.noise, claims_);
    Reported<Paper> finished = std::move(paper).finish();
    reports_.add(std::move(finished.diagnostics));
    if (row.guessed_title) {
      reports_.guessed_title(row, finished.value.title);
    }
    papers.push_back(std::move(finished.value));
    book_.own_row(row.row->line, row.row->end_line);
  }

  Reported<TableDigests> finish() {
    book_.current(year_said());  // every file gives a digest
    book_.drop_empty();
    date_digests(book_.digests(),
                 {.name = digest_name(source_.path()),
                  .front_matter = input_.date,
                  .published = input_.published,
                  .configured = input_.options.dates,
                  .several = table_.digest_per != DigestPer::file},
                 reports_.diagnostics());
    TableDigests out;
    out.line_owners = book_.line_owners(source_.line_count());
    for (TableDigest& one : book_.digests()) {
      reports_.add(check_digest(source_, one.digest, {}));
      out.digests.push_back(std::move(one.digest));
    }
    if (out.digests.size() == 1 && out.digests.front().papers.empty()) {
      reports_.no_record();
    }
    out.explained_lines = reports_.take_explained_lines();
    return {.value = std::move(out), .diagnostics = std::move(reports_.diagnostics())};
  }

  const TableInput& input_;
  const text::SourceText& source_;
  const TableFormat& table_;
  ClaimBook& claims_;
  RowContext context_;
  std::vector<MatchedTable> matched_;
  HeadingState headings_;
  DigestBook book_;
  TableReports reports_;
};

}  // namespace

Reported<TableDigests> read_table(const TableInput& input, ClaimBook& claims) {
  return TableReader(input, claims).read();
}

}  // namespace digest
