#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

// For this folder only: what decode_tex looks at before it decides.
namespace text {

/// Groups and quotations are short, which bounds the search for their ends.
inline constexpr std::size_t kMostGroupSize = 1000;

/// Letters of which TeX makes names of commands.
[[nodiscard]] constexpr bool is_tex_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Letters, digits, and every byte of a character outside of ASCII.
[[nodiscard]] constexpr bool is_word_byte(char c) {
  return is_tex_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// The letters of `text` from `from` on: the name of a command whose `\` stands before it.
[[nodiscard]] std::string_view tex_command_at(std::string_view text, std::size_t from);

/// The brace that closes the one at `open`, if it is near.
[[nodiscard]] std::optional<std::size_t> closing_brace(std::string_view text, std::size_t open);

/// Whether `\"` stands for quotation marks in `text`: one of them is followed by what takes no
/// accent.
[[nodiscard]] bool escapes_quotes(std::string_view text);

}  // namespace text
