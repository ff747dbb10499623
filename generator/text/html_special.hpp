#pragma once

#include <cstddef>
#include <string_view>

// For html_escape.cpp only, and its test.
namespace text {

/// Where the first of `&`, `<`, `>`, `"` and `'` stands in `utf8` from `start` on; its size if
/// there is none. Reads 16 bytes at a time where the machine can.
[[nodiscard]] std::size_t find_html_special(std::string_view utf8, std::size_t start);

/// As find_html_special, and copies the bytes from `start` up to there to `to`. Up to 16 bytes
/// more may be overwritten.
[[nodiscard]] std::size_t copy_to_html_special(char* to, std::string_view utf8, std::size_t start);

/// find_html_special byte by byte: what machines do that cannot.
[[nodiscard]] std::size_t find_html_special_bytewise(std::string_view utf8, std::size_t start);

}  // namespace text
