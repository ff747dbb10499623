#include "digest/markdown_table.hpp"

#include "text/whitespace.hpp"

#include <algorithm>
#include <utility>

namespace digest {

namespace {

constexpr std::size_t kMaxHeadingLevel = 6;
/// A row is broken over no more lines than this.
constexpr std::size_t kMaxRowLines = 64;

/// The cells between the pipes of `row`; one outer pipe at each end is no separator. What stands
/// behind cell `most` + 1 is left out.
std::vector<std::string_view> cells_of(std::string_view row, std::size_t most) {
  std::vector<std::string_view> cells;
  row = text::trim(row);
  if (row.starts_with('|')) {
    row.remove_prefix(1);
  }
  std::size_t start = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '\\') {
      ++i;
    } else if (row[i] == '|') {
      cells.push_back(text::trim(row.substr(start, i - start)));
      start = i + 1;
      if (cells.size() > most) {
        return cells;
      }
    }
  }
  if (const std::string_view last = text::trim(row.substr(std::min(start, row.size())));
      !last.empty() || cells.empty()) {
    cells.push_back(last);
  }
  return cells;
}

/// `| --- | :---: |`
bool is_delimiter(std::string_view line) {
  return line.find_first_not_of("|-: \t\r") == std::string_view::npos &&
         line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos;
}

class TableFinder {
 public:
  TableFinder(const text::SourceText& source, std::size_t first_line, const DigestLimits& limits)
      : source_(source), line_(first_line), limits_(limits) {}

  std::vector<MarkdownTable> find() && {
    std::vector<MarkdownTable> tables;
    for (; line_ < source_.line_count(); ++line_) {
      if (!is_row(line_) || !is_delimiter(source_.line(line_ + 1))) {
        continue;
      }
      MarkdownTable table{.header = row_at(line_), .delimiter_line = line_ + 1, .rows = {}};
      if (cells_of(source_.line(line_ + 1), limits_.max_cells).size() !=
          table.header.cells.size()) {
        continue;
      }
      line_ += 2;
      read_rows(table);
      tables.push_back(std::move(table));
      --line_;
    }
    return tables;
  }

 private:
  [[nodiscard]] bool is_row(std::size_t line) const {
    const std::string_view text = source_.line(line);
    return text.size() <= limits_.max_line_size && text.find('|') != std::string_view::npos;
  }

  [[nodiscard]] TableRow row_at(std::size_t line) const {
    return {
        .line = line, .end_line = line, .cells = cells_of(source_.line(line), limits_.max_cells)};
  }

  void read_rows(MarkdownTable& table) {
    const bool piped = text::trim_left(source_.line(table.header.line)).starts_with('|');
    while (line_ <= source_.line_count() && is_row(line_) && !starts_table(table)) {
      if (piped && !text::trim_left(source_.line(line_)).starts_with('|')) {
        return;  // prose with a pipe in it
      }
      TableRow row = row_at(line_);
      ++line_;
      join_broken_row(row, table.header.cells.size());
      table.rows.push_back(std::move(row));
    }
  }

  /// Whether another table begins here, without a blank line before it.
  [[nodiscard]] bool starts_table(const MarkdownTable& table) const {
    return line_ < source_.line_count() && line_ > table.delimiter_line + 1 &&
           is_delimiter(source_.line(line_ + 1));
  }

  /// A line break inside a cell: a row with too few cells that its last pipe does not close, and
  /// behind it a line that does not begin with one.
  void join_broken_row(TableRow& row, std::size_t columns) {
    while (row.end_line - row.line < kMaxRowLines && row.cells.size() <= columns &&
           !text::trim(source_.line(row.end_line)).ends_with('|') &&
           line_ <= source_.line_count() && may_continue(row, columns)) {
      const std::size_t begin = source_.line_start(row.line);
      const std::string_view last = source_.line(line_);
      const std::size_t end = source_.line_start(line_) + last.size();
      if (end - begin > limits_.max_line_size) {
        return;
      }
      std::vector<std::string_view> cells =
          cells_of(source_.bytes().substr(begin, end - begin), limits_.max_cells);
      if (cells.size() > columns) {
        return;
      }
      row.cells = std::move(cells);
      row.end_line = line_++;
    }
  }

  [[nodiscard]] bool may_continue(const TableRow& row, std::size_t columns) const {
    const std::string_view next = text::trim(source_.line(line_));
    // Without a pipe at the end of its rows, a table says nothing about where one ends.
    return !next.empty() && !next.starts_with('|') && !next.starts_with('#') &&
           (row.cells.size() < columns || next.ends_with('|'));
  }

  const text::SourceText& source_;
  std::size_t line_;
  const DigestLimits& limits_;
};

}  // namespace

std::vector<MarkdownTable> find_tables(const text::SourceText& source, std::size_t first_line,
                                       const DigestLimits& limits) {
  return TableFinder(source, first_line, limits).find();
}

std::vector<TableRow> find_headers(const text::SourceText& source, std::size_t first_line,
                                   const DigestLimits& limits) {
  std::vector<TableRow> headers;
  for (std::size_t line = first_line; line < source.line_count(); ++line) {
    const bool may_be = source.line(line).find('|') != std::string_view::npos;
    if (may_be && is_delimiter(source.line(line + 1))) {
      headers.push_back(
          {.line = line, .end_line = line, .cells = cells_of(source.line(line), limits.max_cells)});
    }
  }
  return headers;
}

MarkdownHeading heading_at(std::string_view line) {
  line = text::trim(line);
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  if (level == 0 || level > kMaxHeadingLevel ||
      (level < line.size() && line[level] != ' ' && line[level] != '\t')) {
    return {};
  }
  std::string_view text = text::trim(line.substr(level));
  const std::size_t end = text.find_last_not_of('#');
  if (end == std::string_view::npos) {
    return {.level = level, .text = {}};
  }
  if (end + 1 < text.size() && text[end] == ' ') {
    text = text::trim(text.substr(0, end));
  }
  return {.level = level, .text = text};
}

}  // namespace digest
