#pragma once

#include "diagnostics/show_diagnostic.hpp"
#include "digest/parse_digest.hpp"
#include "text/source_text.hpp"

#include <string>

namespace digest {

/// Every line with what claimed it, for people; first the format and why it was chosen. A line of
/// which several fields claim a part is shown once for each of them.
/// In colour, fields, the head, noise and what is unclaimed differ at a glance.
[[nodiscard]] std::string explain_as_text(const text::SourceText& source,
                                          const ParsedDigest& parsed,
                                          diagnostics::Colour colour = diagnostics::Colour::no);

/// The same as JSON Lines: `{"line":12,"claim":"title","paper":3,"text":"…"}`, `paper` only where
/// there is one.
[[nodiscard]] std::string explain_as_json(const text::SourceText& source,
                                          const ParsedDigest& parsed);

}  // namespace digest
