#pragma once

#include "digest/placed_text.hpp"
#include "digest/source_characters.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// Writes the lines of a page down, with the place of each piece in the page's source.
class LineWriter {
 public:
  /// Ends the line, if there is anything on it.
  void break_line();

  /// The line that begins here is item `number` of a list: it gets the number unless it has one.
  void number_line(int number) { number_ = number; }

  /// The line that begins here has `mark` before its text, which outlives the line; empty: none.
  void mark_line(std::string_view mark) { mark_ = mark; }

  /// `text` is what `raw`, at `offset` of the source, means: character references are resolved.
  void add(std::string_view text, std::string_view raw, std::size_t offset, Blanks blanks);

  /// What is added up to end_link() leads to `address`, which is written at `offset`.
  void begin_link(std::string_view address, std::size_t offset, std::size_t size);
  void end_link();

  /// Adds a whole line between those that are written here; none is begun.
  void add_line(const PlacedText& line);

  /// The lines; line breaks have no run.
  [[nodiscard]] PlacedText finish() &&;

 private:
  struct LineLink {
    std::string address;
    std::size_t offset = 0;
    std::size_t size = 0;
    std::size_t begin = 0;  ///< of its text, in line_
    std::size_t end = 0;
  };

  void add_character(std::string_view character, std::size_t offset, std::size_t size,
                     Blanks blanks);
  [[nodiscard]] bool wants_address(const LineLink& link) const;
  void replace_by_address(const LineLink& link);

  PlacedText lines_;
  PlacedText line_;
  std::vector<LineLink> links_;
  bool link_open_ = false;
  bool blank_pending_ = false;
  std::size_t blank_offset_ = 0;
  std::size_t blank_size_ = 0;
  int number_ = 0;         ///< for the line that begins; 0: none
  std::string_view mark_;  ///< for the line that begins
};

}  // namespace digest
