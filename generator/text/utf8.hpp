#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace text {

/// U+FFFD, what a malformed sequence is replaced by.
inline constexpr char32_t kReplacement = 0xFFFD;

/// One code point of a UTF-8 text and how many bytes it takes.
struct CodePoint {
  char32_t value = kReplacement;
  std::size_t size = 1;  ///< 1 to 4; a malformed byte is 1 long
  bool malformed = false;
};

/// The code point that begins at `offset`, which must be inside `utf8`. Overlong forms, surrogates
/// and values over U+10FFFF are malformed (Unicode 15, table 3-7).
[[nodiscard]] CodePoint code_point_at(std::string_view utf8, std::size_t offset);

/// Appends `value` as UTF-8. Surrogates and values over U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t value);

/// The offset of the first malformed byte, or nothing if `utf8` is well-formed.
[[nodiscard]] std::optional<std::size_t> first_malformed(std::string_view utf8);

/// `bytes` with each malformed byte replaced by U+FFFD.
[[nodiscard]] std::string replace_malformed(std::string_view bytes);

/// The number of code points; a malformed byte counts as one.
[[nodiscard]] std::size_t count_code_points(std::string_view utf8);

/// Ideographs of the CJK blocks: what tells Chinese from Latin text. Punctuation is not Han.
[[nodiscard]] bool is_han(char32_t value);

/// Whether any code point of `utf8` is Han.
[[nodiscard]] bool contains_han(std::string_view utf8);

/// C0 and C1 controls but for tab and line feed, private-use characters, and noncharacters: what
/// no page may contain (HTML and XML forbid most of them).
[[nodiscard]] bool is_unprintable(char32_t value);

/// `utf8` without unprintable characters.
[[nodiscard]] std::string without_unprintable(std::string_view utf8);

}  // namespace text
