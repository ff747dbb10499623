#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace text {

/// White space as digests have it: ASCII blanks, and the invisible characters that scraping leaves:
/// U+00A0 no-break, U+2000–U+200B, U+202F, U+3000 ideographic, U+FEFF (byte order mark).
[[nodiscard]] bool is_space(char32_t value);

/// Views into `utf8` without the white space at both ends, at the left, at the right.
[[nodiscard]] std::string_view trim(std::string_view utf8);
[[nodiscard]] std::string_view trim_left(std::string_view utf8);
[[nodiscard]] std::string_view trim_right(std::string_view utf8);

/// Whether `utf8` holds nothing but white space.
[[nodiscard]] bool is_blank(std::string_view utf8);

/// `utf8` trimmed, each run of white space inside it replaced by one blank.
[[nodiscard]] std::string collapse_whitespace(std::string_view utf8);

/// The parts of `utf8` between separators, not trimmed; one part if there is no separator. Views
/// into `utf8`. `separator` must not be empty.
[[nodiscard]] std::vector<std::string_view> split(std::string_view utf8,
                                                  std::string_view separator);

/// ASCII letters in lower case; everything else as it is.
[[nodiscard]] std::string ascii_lower(std::string_view text);

}  // namespace text
