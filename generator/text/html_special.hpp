#pragma once

#include <cstddef>
#include <string_view>

// For html_escape.cpp only, and its test.
namespace text {

/// Where the first of `&`, `<`, `>`, `"` and `'` stands in `utf8` from `start` on; its size if
/// there is none. Reads 16 bytes at a time where the machine can.
[[nodiscard]] std::size_t find_html_special(std::string_view utf8, std::size_t start);

/// The same byte by byte: what machines do that cannot.
[[nodiscard]] std::size_t find_html_special_bytewise(std::string_view utf8, std::size_t start);

}  // namespace text
