#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// The room that a printed text has: at least one line of at least two columns. A column is half an
/// em: a Han character takes two, a small Latin letter about one, a capital more, an `i` less. It
/// is an estimate that holds for no type exactly, and needs none.
struct LineRoom {
  std::size_t lines = 1;
  std::size_t columns = 80;
};

/// `utf8` in lines for places that break none themselves, such as SVG: white space collapsed,
/// broken where Unicode allows it (UAX #14: between Han characters, never before a closing mark),
/// and never inside what people see as one character. What does not fit is left out, and the last
/// line ends in `…` instead. Empty for a blank text.
[[nodiscard]] std::vector<std::string> fit_lines(std::string_view utf8, LineRoom room);

}  // namespace text
