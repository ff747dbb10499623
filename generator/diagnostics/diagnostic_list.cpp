#include "diagnostics/diagnostic_list.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace diagnostics {

SeverityCounts count_by_severity(std::span<const Diagnostic> list) {
  SeverityCounts counts;
  for (const Diagnostic& diagnostic : list) {
    ++(diagnostic.severity == Severity::error ? counts.errors : counts.warnings);
  }
  return counts;
}

void sort_and_deduplicate(std::vector<Diagnostic>& list) {
  const auto order = [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.where, a.code, a.message, a) < std::tie(b.where, b.code, b.message, b);
  };
  std::ranges::sort(list, order);
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

void append(std::vector<Diagnostic>& list, std::vector<Diagnostic> more) {
  list.insert(list.end(), std::make_move_iterator(more.begin()),
              std::make_move_iterator(more.end()));
}

}  // namespace diagnostics
