#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Changes of texts that filters and methods share.
namespace jinja {

/// The first letter in upper case, the others in lower case.
[[nodiscard]] std::string capitalized(std::string_view utf8);

/// Every word capitalized; words begin after blanks, hyphens and opening brackets.
[[nodiscard]] std::string title_cased(std::string_view utf8);

enum class Side { left, right, both };

/// `utf8` without the characters of `chars` at that side. A view into `utf8`.
[[nodiscard]] std::string_view stripped(std::string_view utf8, std::string_view chars, Side side);

/// `text` with `old_text` replaced by `new_text`, at most `count` times; all if that is negative.
[[nodiscard]] std::string replaced(std::string_view text, std::string_view old_text,
                                   std::string_view new_text, std::int64_t count);

}  // namespace jinja
