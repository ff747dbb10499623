#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace digest {

/// Whether two ideographs are the simplified and the traditional form of one character, or the
/// same: `点` and `點`. `a` and `b` are one character of three bytes each. Known are the characters
/// of labels, marks and boilerplate of digests, not all of the language: the forms of those are one
/// to one, and a text is never changed, only compared.
[[nodiscard]] bool is_same_ideograph(std::string_view a, std::string_view b);

/// The other form of the character that begins `text`, which takes three bytes as well; nothing if
/// it has none.
[[nodiscard]] std::optional<std::array<char, 3>> other_form(std::string_view text);

}  // namespace digest
