#pragma once

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

/// The size of the character at `offset` if it is `mark` or the full-width form of it (`：` for
/// `:`), else 0. `mark` is a printable ASCII character but no blank.
[[nodiscard]] std::size_t mark_size(std::string_view text, std::size_t offset, char mark);

/// The bytes that `literal` takes at `offset` of `text`, or nothing if it does not stand there.
/// Half-width and full-width forms of ASCII characters are the same, simplified and traditional
/// forms of ideographs too (han_forms.hpp), and a blank in `literal` stands for one or more blanks
/// of any kind.
[[nodiscard]] std::optional<std::size_t> literal_size(std::string_view text, std::size_t offset,
                                                      std::string_view literal);

/// `text` with the ASCII form of every full-width one: how literals are kept that are compared so.
[[nodiscard]] std::string half_width(std::string_view text);

/// The bytes at the end of `text` that are `literal` (as in literal_size), or nothing.
[[nodiscard]] std::optional<std::size_t> literal_suffix_size(std::string_view text,
                                                             std::string_view literal);

/// The offset of the first `literal` (as in literal_size) at or after `from`, or nothing.
[[nodiscard]] std::optional<std::size_t> find_literal(std::string_view text, std::size_t from,
                                                      std::string_view literal);

/// The white space that begins at `offset`, in bytes.
[[nodiscard]] std::size_t blanks_at(std::string_view text, std::size_t offset);

[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

[[nodiscard]] constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// Whether the byte begins or continues a character outside ASCII.
[[nodiscard]] constexpr bool is_wide(char c) {
  return (static_cast<unsigned char>(c) & 0x80U) != 0;
}

}  // namespace digest
