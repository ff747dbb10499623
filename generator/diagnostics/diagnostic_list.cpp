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

void collapse_repeats(std::vector<Diagnostic>& list) {
  sort_and_deduplicate(list);
  const auto same = [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.severity, a.code, a.where, a.message) ==
           std::tie(b.severity, b.code, b.where, b.message);
  };
  std::vector<Diagnostic> kept;
  for (std::size_t i = 0; i < list.size();) {
    std::size_t end = i + 1;
    while (end < list.size() && same(list[i], list[end])) {
      ++end;
    }
    kept.push_back(std::move(list[i]));
    if (end - i > 1) {
      kept.back().notes.push_back(
          {.where = {}, .message = "and " + std::to_string(end - i - 1) + " times more"});
    }
    i = end;
  }
  list = std::move(kept);
}

void append(std::vector<Diagnostic>& list, std::vector<Diagnostic> more) {
  list.insert(list.end(), std::make_move_iterator(more.begin()),
              std::make_move_iterator(more.end()));
}

}  // namespace diagnostics
