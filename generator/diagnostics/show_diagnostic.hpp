#pragma once

#include "diagnostics/diagnostic.hpp"

#include <string>

namespace diagnostics {

enum class Colour { no, yes };

/// Source lines longer than this many bytes are cut round the column in excerpts: a terminal shows
/// about as much in two lines.
inline constexpr std::size_t kExcerptSize = 160;

/// The diagnostic as people read it, with a line break at its end:
///
///     content/a.txt:3:7: error: there is no filter "uper" [jinja/unknown-filter]
///         {{ title | uper }}
///                    ^
///       help: did you mean "upper"?
///       templates/base.html:1:1: included from here
///
/// Whatever its texts hold, each part is one line without control characters.
[[nodiscard]] std::string show_diagnostic(const Diagnostic& diagnostic, Colour colour);

/// The same as one JSON object, without a line break.
[[nodiscard]] std::string diagnostic_to_json(const Diagnostic& diagnostic);

}  // namespace diagnostics
