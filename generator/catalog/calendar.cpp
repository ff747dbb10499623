#include "catalog/calendar.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace catalog {

namespace {

/// Counts papers, each once in a period. Periods come one after the other.
class PeriodCounter {
 public:
  explicit PeriodCounter(std::size_t paper_count) : last_period_(paper_count, 0) {}

  /// How many of the digest's papers were not yet met in `period`, which is counted from 1.
  std::size_t count_new(const CatalogDigest& digest, std::size_t period) {
    std::size_t count = 0;
    for (const Appearance& appearance : digest.appearances) {
      std::size_t& last = last_period_[appearance.paper.value];
      count += last != period ? 1 : 0;
      last = period;
    }
    return count;
  }

 private:
  std::vector<std::size_t> last_period_;
};

}  // namespace

Catalog add_calendar(Catalog catalog) {
  PeriodCounter papers_of_month(catalog.papers.size());
  PeriodCounter papers_of_year(catalog.papers.size());
  // Digests are sorted by date, so that each month and each year is met in one piece.
  for (std::uint32_t d = 0; d < catalog.digests.size(); ++d) {
    const CatalogDigest& digest = catalog.digests[d];
    const auto [year, month, day] = digest.head.date;
    if (year == 0) {
      continue;
    }
    if (catalog.years.empty() || catalog.years.back().year != year) {
      catalog.years.push_back({.year = year, .months = {}, .paper_count = 0});
    }
    catalog.years.back().paper_count += papers_of_year.count_new(digest, catalog.years.size());
    if (month == 0) {
      continue;
    }
    if (catalog.months.empty() || catalog.months.back().year != year ||
        catalog.months.back().month != month) {
      catalog.years.back().months.push_back(catalog.months.size());
      catalog.months.push_back({.year = year, .month = month, .digests = {}, .paper_count = 0});
    }
    catalog.months.back().digests.push_back(DigestIndex{d});
    catalog.months.back().paper_count += papers_of_month.count_new(digest, catalog.months.size());
  }
  return catalog;
}

std::optional<DigestIndex> newest_digest(const Catalog& catalog) {
  const std::vector<CatalogDigest>& digests = catalog.digests;
  for (std::size_t i = digests.size(); i > 0; --i) {
    if (digests[i - 1].head.date.year != 0) {
      return DigestIndex{static_cast<std::uint32_t>(i - 1)};
    }
  }
  return digests.empty()
             ? std::nullopt
             : std::optional(DigestIndex{static_cast<std::uint32_t>(digests.size() - 1)});
}

}  // namespace catalog
