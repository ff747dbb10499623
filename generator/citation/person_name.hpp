#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace citation {

/// A name in the parts that reference managers sort by. Either `family`, with what stands before
/// and behind it, or, where a name cannot be parted, `literal` alone.
struct PersonName {
  std::string given;    ///< `Laurens`, `B Z.`; may be empty
  std::string family;   ///< with its particles: `van der Maaten`
  std::string suffix;   ///< `Jr.`, `III`; may be empty
  std::string literal;  ///< `OpenAI`, `王伟`

  auto operator<=>(const PersonName&) const = default;
};

/// Parts a name as a digest prints it. `Family, Given` says it itself; else the last word is the
/// family name, with all words before it from the first one in lower case on (BibTeX's rule for
/// particles). One word, and a name in Han characters without a blank, stays whole: where its
/// family name ends is not written there.
[[nodiscard]] PersonName part_name(std::string_view name);

/// `van der Maaten, Laurens`; `Smith, John, Jr.`; a literal as it is.
[[nodiscard]] std::string inverted(const PersonName& name);

}  // namespace citation
