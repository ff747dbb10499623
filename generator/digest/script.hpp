#pragma once

#include "text/whitespace.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace digest {

/// Whether `text` holds an ideograph: what makes a line Chinese. One is enough, since a Chinese
/// title may be mostly Latin.
[[nodiscard]] bool has_han(std::string_view text);

/// Whether a text is Chinese as a whole: one ideograph in an English abstract does not make it so.
/// Its beginning tells.
[[nodiscard]] bool is_mostly_chinese(std::string_view text);

/// The offset of the first ideograph of `text`, or its size if there is none.
[[nodiscard]] std::size_t first_han(std::string_view text);

/// Where the Chinese part of `text` ends: behind its last ideograph, Chinese punctuation or
/// full-width form. 0 if it has none.
[[nodiscard]] std::size_t chinese_end(std::string_view text);

/// Full-width forms of ASCII characters begin with this byte.
inline constexpr char kFullWidthLead = '\xEF';

/// The full-width form of `mark`, a printable ASCII character but no blank: U+FF01 to U+FF5E repeat
/// U+0021 to U+007E.
[[nodiscard]] constexpr std::array<char, 3> full_width(char mark) {
  const auto value = static_cast<unsigned char>(mark);
  return {kFullWidthLead, value < 0x60 ? '\xBC' : '\xBD',
          static_cast<char>(0x80U + ((value - 0x20U) & 0x3FU))};
}

/// The size of the character at `offset` if it is `mark` or the full-width form of it (`：` for
/// `:`), else 0. `mark` is a printable ASCII character but no blank.
[[nodiscard]] constexpr std::size_t mark_size(std::string_view text, std::size_t offset,
                                              char mark) {
  if (offset >= text.size() || (text[offset] != mark && text[offset] != kFullWidthLead)) {
    return 0;
  }
  const std::array<char, 3> wide = full_width(mark);
  const bool is_wide_form =
      offset + 2 < text.size() && text[offset + 1] == wide[1] && text[offset + 2] == wide[2];
  return text[offset] == mark ? 1 : (is_wide_form ? 3 : 0);
}

/// Ideographs, CJK marks and full-width forms begin with a byte that is not below this one.
inline constexpr char kFirstChineseLead = '\xE3';

[[nodiscard]] constexpr bool is_chinese_lead(char c) {
  return static_cast<unsigned char>(c) >= static_cast<unsigned char>(kFirstChineseLead);
}

/// Whether one of the ideographs begins with this byte that have another form: U+4E00 to U+9FFF.
[[nodiscard]] constexpr bool is_ideograph_lead(char c) {
  return is_chinese_lead(c) && c != kFirstChineseLead && static_cast<unsigned char>(c) < 0xEA;
}

/// Whether the byte begins or continues a character outside ASCII.
[[nodiscard]] constexpr bool is_wide(char c) {
  return (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// Whether the byte continues a character.
[[nodiscard]] constexpr bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Whether `literal` may stand at `offset` of `text`, by the first byte of either: nearly always
/// the answer is no, and costs no call. The other form of an ideograph may begin with another byte.
[[nodiscard]] constexpr bool may_be_literal(std::string_view text, std::size_t offset,
                                            std::string_view literal) {
  return literal.empty() || literal[0] == ' ' ||
         (offset < text.size() &&
          (text[offset] == literal[0] ||
           (is_wide(literal[0]) ? is_ideograph_lead(literal[0]) && is_ideograph_lead(text[offset])
                                : text[offset] == kFullWidthLead)));
}

/// What literal_size gives where may_be_literal holds.
[[nodiscard]] std::optional<std::size_t> whole_literal_size(std::string_view text,
                                                            std::size_t offset,
                                                            std::string_view literal);

/// The bytes that `literal` takes at `offset` of `text`, or nothing if it does not stand there.
/// Half-width and full-width forms of ASCII characters are the same, simplified and traditional
/// forms of ideographs too (han_forms.hpp), and a blank in `literal` stands for one or more blanks
/// of any kind.
[[nodiscard]] inline std::optional<std::size_t> literal_size(std::string_view text,
                                                             std::size_t offset,
                                                             std::string_view literal) {
  return may_be_literal(text, offset, literal) ? whole_literal_size(text, offset, literal)
                                               : std::nullopt;
}

/// `text` with the ASCII form of every full-width one: how literals are kept that are compared so.
[[nodiscard]] std::string half_width(std::string_view text);

/// The bytes at the end of `text` that are `literal` (as in literal_size), or nothing.
[[nodiscard]] std::optional<std::size_t> literal_suffix_size(std::string_view text,
                                                             std::string_view literal);

/// The offset of the first `literal` (as in literal_size) at or after `from`, or nothing.
[[nodiscard]] std::optional<std::size_t> find_literal(std::string_view text, std::size_t from,
                                                      std::string_view literal);

/// What blanks_at gives where the first byte may be that of a blank.
[[nodiscard]] std::size_t blank_run(std::string_view text, std::size_t offset);

/// The white space that begins at `offset`, in bytes.
[[nodiscard]] inline std::size_t blanks_at(std::string_view text, std::size_t offset) {
  return offset < text.size() && text::may_begin_space(text[offset]) ? blank_run(text, offset) : 0;
}

/// The offset of the last `bytes` in `text`, or npos. Takes time in proportion to the text, however
/// often the first of them stands there.
[[nodiscard]] std::size_t last_of(std::string_view text, std::string_view bytes);

[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

[[nodiscard]] constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

}  // namespace digest
