#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace text {

/// Normalisation form C. Malformed bytes come back as U+FFFD.
[[nodiscard]] std::string to_nfc(std::string_view utf8);

/// What two spellings of one word share: NFKC with case folded (Unicode's NFKC_Casefold). For keys
/// and comparisons, never for display.
[[nodiscard]] std::string fold(std::string_view utf8);

/// Latin letters without their marks (`é` to `e`, `ø` to `o`, `ß` to `ss`); other scripts stay.
[[nodiscard]] std::string without_marks(std::string_view utf8);

/// Upper and lower case by Unicode's full mappings, in no particular language.
[[nodiscard]] std::string to_upper(std::string_view utf8);
[[nodiscard]] std::string to_lower(std::string_view utf8);

/// Whether `value` is a letter or a digit of any script.
[[nodiscard]] bool is_alphanumeric(char32_t value);

/// Whether `value` is a mark, which belongs to the letter before it: an accent, a vowel sign.
[[nodiscard]] bool is_mark(char32_t value);

/// Whether `value` can be seen: not a control, a format or separator character, or unassigned. The
/// blank counts as seen, other spaces do not.
[[nodiscard]] bool is_visible(char32_t value);

/// Whether `value` may begin or continue a name in code, '_' included (Unicode's UAX #31).
[[nodiscard]] bool may_begin_name(char32_t value);
[[nodiscard]] bool may_continue_name(char32_t value);

/// How many columns a terminal gives `value`: two to wide East Asian characters and emoji, none to
/// marks and invisible characters, one to all others.
[[nodiscard]] std::size_t display_width(char32_t value);

/// The size in bytes of the first `count` user-perceived characters (grapheme clusters) of `utf8`;
/// all of it if there are fewer.
[[nodiscard]] std::size_t grapheme_prefix_size(std::string_view utf8, std::size_t count);

}  // namespace text
