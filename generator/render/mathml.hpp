#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace render {

/// The MathML of `tex`, without the `<math>` element round it. Knows letters, numbers and signs,
/// `^` and `_`, groups, Greek letters, operators, arrows and functions, `\frac` (`\tfrac`,
/// `\dfrac`), `\sqrt`, accents (`\hat`…), alphabets (`\mathbb`, `\cal`…), `\left … \right`,
/// `\text`,
/// `\operatorname` and spaces. Nothing comes back for anything else: a formula is shown whole or
/// as it was written. Holds only elements that are written here, and escaped text.
[[nodiscard]] std::optional<std::string> tex_to_mathml(std::string_view tex);

}  // namespace render
