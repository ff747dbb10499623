#pragma once

#include "diagnostics/diagnostic.hpp"
#include "jinja/environment.hpp"
#include "jinja/token.hpp"
#include "text/source_text.hpp"

#include <optional>
#include <vector>

namespace jinja {

/// The tokens of a template, or what stops it from having any.
struct Tokens {
  std::vector<Token> tokens;  ///< the last one is `end`
  std::optional<diagnostics::Diagnostic> problem;
};

/// Cuts `source` into tokens. White space control (`-`, `+`, trim_blocks, lstrip_blocks), comments
/// and `raw` are done here; nobody after the lexer sees them.
[[nodiscard]] Tokens cut_into_tokens(const text::SourceText& source, const Options& options);

}  // namespace jinja
