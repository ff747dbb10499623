#pragma once

#include <string>
#include <string_view>

namespace enrich {

/// `text` with its TeX accents as letters (`\"o`, `\'{e}`, `{\ss}`, `\c{c}`, `\v s`), escaped signs
/// (`\&`, `\_`, `\%`), quotes and dashes (` `` `, `''`, `--`) as characters, and without the braces
/// that protect letters. Math (`$…$`) and unknown commands stay as they are. Total and linear.
[[nodiscard]] std::string without_tex(std::string_view text);

/// The same with blanks and line breaks collapsed: how titles, abstracts and names are kept.
[[nodiscard]] std::string plain_text(std::string_view text);

}  // namespace enrich
