#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace text {

/// White space as digests have it: ASCII blanks, and the invisible characters that scraping leaves:
/// U+00A0 no-break, U+2000–U+200B, U+202F, U+3000 ideographic, U+FEFF (byte order mark).
[[nodiscard]] bool is_space(char32_t value);

/// Whether white space may begin with this byte: a control, the blank, or one of four others.
[[nodiscard]] constexpr bool may_begin_space(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
}

/// Whether white space may end with this byte.
[[nodiscard]] constexpr bool may_end_space(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || (byte >= 0x80 && byte <= 0x8B) || byte == 0xA0 || byte == 0xAF ||
         byte == 0xBF;
}

/// What trim_left and trim_right give where the byte at that end may be white space.
[[nodiscard]] std::string_view without_space_left(std::string_view utf8);
[[nodiscard]] std::string_view without_space_right(std::string_view utf8);

/// Views into `utf8` without the white space at the left, at the right, at both ends. Nearly always
/// there is none, and one byte tells.
[[nodiscard]] inline std::string_view trim_left(std::string_view utf8) {
  return utf8.empty() || !may_begin_space(utf8.front()) ? utf8 : without_space_left(utf8);
}

[[nodiscard]] inline std::string_view trim_right(std::string_view utf8) {
  return utf8.empty() || !may_end_space(utf8.back()) ? utf8 : without_space_right(utf8);
}

[[nodiscard]] inline std::string_view trim(std::string_view utf8) {
  return trim_right(trim_left(utf8));
}

/// Whether `utf8` holds nothing but white space.
[[nodiscard]] inline bool is_blank(std::string_view utf8) {
  return trim_left(utf8).empty();
}

/// `utf8` trimmed, each run of white space inside it replaced by one blank.
[[nodiscard]] std::string collapse_whitespace(std::string_view utf8);

/// The parts of `utf8` between separators, not trimmed; one part if there is no separator. Views
/// into `utf8`. `separator` must not be empty.
[[nodiscard]] std::vector<std::string_view> split(std::string_view utf8,
                                                  std::string_view separator);

/// ASCII letters in lower case; everything else as it is.
[[nodiscard]] std::string ascii_lower(std::string_view text);

}  // namespace text
