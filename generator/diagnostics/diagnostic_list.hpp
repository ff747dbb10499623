#pragma once

#include "diagnostics/diagnostic.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace diagnostics {

struct SeverityCounts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
};

[[nodiscard]] SeverityCounts count_by_severity(std::span<const Diagnostic> list);

/// Sorts by path, line, column and code, and drops what is said twice.
void sort_and_deduplicate(std::vector<Diagnostic>& list);

/// Sorts, and keeps one of those that differ in their notes only: a mistake in a template is one
/// mistake, however many pages show it. The one that stays says how many others there were.
void collapse_repeats(std::vector<Diagnostic>& list);

/// Moves `more` to the end of `list`.
void append(std::vector<Diagnostic>& list, std::vector<Diagnostic> more);

}  // namespace diagnostics
