#pragma once

#include <string>
#include <string_view>

namespace citation {

/// `text` as TeX prints it: the ten characters that TeX takes for itself are written by name, so
/// that no text is a command and every brace is balanced. Other scripts, accents and quotes stay as
/// they are (UTF-8).
[[nodiscard]] std::string tex_escape(std::string_view text);

/// A title for BibTeX: tex_escape(), with braces round the words whose capitals a style must not
/// lower (`{BERT}`, `{GPT-4}`), and with its formulas left to TeX. A formula is what stands between
/// two `$` that lean on it (`$k$-means`, not `$100 and $200`), has balanced braces, and uses no
/// command but those of mathematics.
[[nodiscard]] std::string tex_title(std::string_view title);

}  // namespace citation
