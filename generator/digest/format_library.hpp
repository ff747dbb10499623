#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/format.hpp"
#include "text/source_text.hpp"

#include <span>
#include <vector>

namespace digest {

/// The formats of a site: its own, and those of the program but for the ones that an own file of
/// the same name replaces; highest priority first, then by name. A format may extend any of them.
/// What is wrong with an own file is reported as "digest/bad-format" (or "config/bad-yaml"). `own`
/// need not outlive the call.
[[nodiscard]] diagnostics::Reported<std::vector<Format>> read_formats(
    std::span<const text::SourceText* const> own);

}  // namespace digest
