#pragma once

#include "diagnostics/diagnostic.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace digest {

/// Longer lines are no excerpts: a digest on one line of a megabyte with ten thousand things wrong
/// would be copied ten thousand times.
inline constexpr std::size_t kMaxExcerptLine = 8192;

/// Adds `diagnostic`, placed at `line` (1-based) of `source`. Line 0: the file as a whole.
void report_line(std::vector<diagnostics::Diagnostic>& list, const text::SourceText& source,
                 int line, diagnostics::Diagnostic diagnostic);

/// Adds `diagnostic`, placed at byte `offset` of `source`.
void report_offset(std::vector<diagnostics::Diagnostic>& list, const text::SourceText& source,
                   std::size_t offset, diagnostics::Diagnostic diagnostic);

/// Drops what says the same as one before it, wherever that was: what is wrong with a format shows
/// in every record. Only for diagnostics with `code`.
void keep_first_of_each(std::vector<diagnostics::Diagnostic>& list, std::string_view code);

}  // namespace digest
