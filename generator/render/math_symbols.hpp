#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace render {

/// How MathML sets a sign: as a name, as an operator.
enum class MathClass { name, operation };

struct MathSymbol {
  std::string_view text;
  MathClass kind = MathClass::name;
};

/// What the TeX command `name` (without its `\`) stands for: `alpha` is the name α, `leq` the
/// operator ≤, `log` the name log. Nothing for commands that are no symbol.
[[nodiscard]] std::optional<MathSymbol> math_symbol(std::string_view name);

/// The mark that the command puts over its argument: `hat` is ^. Empty for other commands.
[[nodiscard]] std::string_view math_accent(std::string_view name);

/// Alphabets of mathematics, by their commands.
enum class MathAlphabet { plain, upright, bold, script, blackboard, fraktur };

/// `mathbb` and the like; `cal`, `bf` and the like, which hold to the end of their group.
[[nodiscard]] std::optional<MathAlphabet> math_alphabet(std::string_view name);
[[nodiscard]] std::optional<MathAlphabet> math_switch(std::string_view name);

/// The letter or digit `c` of ASCII in `alphabet`, as Unicode's mathematical alphabets have it
/// (browsers know no other way); itself where the alphabet lacks it.
[[nodiscard]] std::string math_letter(char c, MathAlphabet alphabet);

}  // namespace render
