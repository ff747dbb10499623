#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/format.hpp"
#include "text/source_text.hpp"

#include <span>

namespace digest {

/// A format file as read, and whether it is only there to be extended.
struct ParsedFormat {
  Format format;
  bool is_abstract = false;  ///< has no `recognise`
};

/// Reads the format in `source`. `library` are the sources that its `extends` may name, by file
/// name without ending. Total: what is wrong is reported as "digest/bad-format" and left out.
[[nodiscard]] diagnostics::Reported<ParsedFormat> parse_format(
    const text::SourceText& source, std::span<const text::SourceText* const> library);

}  // namespace digest
