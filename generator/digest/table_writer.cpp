#include "digest/table_writer.hpp"

#include "text/whitespace.hpp"

#include <algorithm>
#include <utility>

namespace digest {

namespace {

/// HTML's own limit.
constexpr std::size_t kMostColumns = 1000;

/// Has a meaning in a cell of a Markdown table.
bool needs_escape(char c) {
  return std::string_view("\\`*_[]<&|").find(c) != std::string_view::npos;
}

/// `address` without what would end its attribute or its cell.
std::string escaped_address(std::string_view address) {
  std::string out;
  for (const char c : text::trim(address)) {
    switch (c) {
      case '"':
        out += "%22";
        break;
      case '|':
        out += "%7C";
        break;
      case '\\':
        out += "%5C";
        break;
      case '<':
        out += "%3C";
        break;
      case '>':
        out += "%3E";
        break;
      case '\n':
      case '\r':
      case '\t':
        break;  // as browsers do
      default:
        out.push_back(c);
    }
  }
  return out;
}

}  // namespace

void TableWriter::begin_table() {
  row_ = {};
  repeated_.clear();
  column_ = 0;
  has_text_ = false;
  has_header_ = false;
}

bool TableWriter::add_spanned(std::string_view text) {
  std::string cell = row_.text.empty() ? "| " : " ";
  cell += text;
  cell += " |";
  if (cell.size() > room_) {
    return false;
  }
  room_ -= cell.size();
  row_.text += cell;
  ++column_;
  return true;
}

void TableWriter::add_repeated() {
  while (column_ < repeated_.size() && repeated_[column_].rows > 0) {
    Repeated& above = repeated_[column_];
    --above.rows;
    if (!add_spanned(above.text)) {
      return;
    }
  }
}

/// The rows below the cell of column_ - 1 have `text` there, too.
void TableWriter::repeat(std::string text) {
  if (span_.rows > 1) {
    repeated_.resize(std::max(repeated_.size(), column_));
    repeated_[column_ - 1] = {.text = std::move(text), .rows = span_.rows - 1};
  }
}

void TableWriter::begin_cell(CellSpan span) {
  add_repeated();
  row_.text += row_.text.empty() ? "| " : " ";
  cell_begin_ = row_.text.size();
  span_ = span;
  openings_.clear();
  bold_depth_ = 0;
  break_pending_ = false;
  blank_pending_ = false;
}

void TableWriter::end_cell() {
  std::string text = row_.text.substr(cell_begin_);
  row_.text += " |";
  ++column_;
  repeat(std::move(text));
  for (std::size_t i = 1; i < std::min(span_.columns, kMostColumns) && add_spanned({}); ++i) {
    repeat({});
  }
}

PlacedText TableWriter::end_row() {
  add_repeated();
  if (!std::exchange(has_text_, false)) {
    row_ = {};
    column_ = 0;
    return {};
  }
  if (!std::exchange(has_header_, true)) {
    std::string dashes = "\n|";
    for (std::size_t i = 0; i < column_; ++i) {
      dashes += "---|";
    }
    row_.text += dashes;
  }
  column_ = 0;
  return std::exchange(row_, {});
}

void TableWriter::add(std::string_view text, std::string_view raw, std::size_t offset,
                      Blanks blanks) {
  for_each_character(text, raw, offset,
                     [&](const SourceCharacter& one) { add_character(one, blanks); });
}

void TableWriter::add_character(const SourceCharacter& one, Blanks blanks) {
  if (blanks == Blanks::kept && (one.text == "\n" || one.text == "\r")) {
    return break_line();
  }
  if (is_html_blank(one.text)) {
    if (!std::exchange(blank_pending_, true)) {
      blank_ = one;
      blank_.size = std::min<std::size_t>(one.size, 1);  // none where the source has no more bytes
    }
    return;
  }
  open_marks();
  if (needs_escape(one.text.front())) {
    row_.text += '\\';
  }
  row_.put(one.text, one.offset, one.size);
}

/// Blanks and line breaks at the ends of a cell say nothing.
void TableWriter::open_marks() {
  has_text_ = true;
  const bool inside = row_.text.size() > cell_begin_;
  if (std::exchange(break_pending_, false) && inside) {
    row_.text += "<br>";
    blank_pending_ = false;
  }
  if (std::exchange(blank_pending_, false) && inside) {
    row_.put(" ", blank_.offset, blank_.size);
  }
  for (const Opening& opening : openings_) {
    row_.put(opening.mark, opening.offset, opening.size);
  }
  openings_.clear();
}

void TableWriter::begin_link(std::string_view address, std::size_t offset, std::size_t size) {
  openings_.push_back(
      {.mark = "<a href=\"" + escaped_address(address) + "\">", .offset = offset, .size = size});
}

/// A link without text leads somewhere, too: an image was its text.
void TableWriter::end_link() {
  if (!openings_.empty()) {
    open_marks();
  }
  row_.text += "</a>";
}

void TableWriter::begin_bold() {
  if (bold_depth_++ == 0) {
    openings_.push_back({.mark = "**", .offset = 0, .size = 0});
  }
}

/// Elements nest, so what is not yet opened when this ends is this.
void TableWriter::end_bold() {
  if (--bold_depth_ > 0) {
    return;
  }
  if (openings_.empty()) {
    row_.text += "**";
  } else {
    openings_.pop_back();
  }
}

}  // namespace digest
