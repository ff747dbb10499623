#pragma once

#include "text/source_text.hpp"

#include <string_view>
#include <vector>

namespace digest {

/// The lines of `source` without the blanks at their ends: line `n` is at `n - 1`. Made once for
/// all who walk over them.
[[nodiscard]] std::vector<std::string_view> trimmed_lines(const text::SourceText& source);

}  // namespace digest
