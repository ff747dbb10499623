#include "render/term_statistics.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace render {

using catalog::Catalog;
using catalog::CatalogPaper;
using catalog::PaperIndex;
using catalog::Taxonomy;
using catalog::TermIndex;

std::vector<TermIndex> terms_of_paper(const CatalogPaper& paper, Taxonomy taxonomy) {
  switch (taxonomy) {
    case Taxonomy::category:
      return paper.category ? std::vector<TermIndex>{*paper.category} : std::vector<TermIndex>{};
    case Taxonomy::author:
      return paper.authors;
    case Taxonomy::institution:
      break;
  }
  return paper.institutions;
}

std::vector<TermCount> count_terms(const Catalog& catalog, const std::vector<PaperIndex>& papers,
                                   Taxonomy taxonomy, std::size_t most) {
  std::map<TermIndex, std::size_t> counts;
  for (const PaperIndex index : papers) {
    const CatalogPaper& paper = catalog.papers[index.value];
    if (taxonomy == Taxonomy::author && paper.authors.size() > kCompany) {
      continue;
    }
    std::vector<TermIndex> terms = terms_of_paper(paper, taxonomy);
    std::ranges::sort(terms);
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    for (const TermIndex term : terms) {
      ++counts[term];
    }
  }
  std::vector<TermCount> sorted;
  for (const auto& [term, count] : counts) {
    sorted.push_back({term, count});
  }
  // Terms stand by slug, and the map keeps their order.
  std::ranges::stable_sort(sorted, std::ranges::greater(), &TermCount::count);
  if (sorted.size() > most) {
    sorted.resize(most);
  }
  return sorted;
}

std::vector<PaperIndex> most_linked(const Catalog& catalog, const std::vector<PaperIndex>& papers,
                                    std::size_t most) {
  const auto is_linked_more = [&catalog](PaperIndex left, PaperIndex right) {
    return catalog.papers[left.value].linked_from > catalog.papers[right.value].linked_from;
  };
  std::vector<PaperIndex> linked;  // the best so far, in order; short, so that each is inserted
  for (const PaperIndex paper : papers) {
    if (catalog.papers[paper.value].linked_from == 0) {
      continue;
    }
    linked.insert(std::ranges::upper_bound(linked, paper, is_linked_more), paper);
    if (linked.size() > most) {
      linked.pop_back();
    }
  }
  return linked;
}

std::vector<MonthCount> count_months(const Catalog& catalog,
                                     const std::vector<PaperIndex>& papers) {
  std::map<int, std::size_t> counts;  // by months since year 0
  for (const PaperIndex index : papers) {
    const text::CalendarDate& date = date_of(catalog, catalog.papers[index.value]);
    if (date.month != 0) {
      ++counts[date.year * 12 + date.month - 1];
    }
  }
  std::vector<MonthCount> months;
  if (counts.empty()) {
    return months;
  }
  for (int month = counts.begin()->first; month <= counts.rbegin()->first; ++month) {
    const auto found = counts.find(month);
    months.push_back({month / 12, month % 12 + 1, found == counts.end() ? 0 : found->second});
  }
  return months;
}

DateRange dates_of(const Catalog& catalog, const std::vector<PaperIndex>& papers) {
  const auto has_date = [&catalog](PaperIndex paper) {
    return date_of(catalog, catalog.papers[paper.value]).year != 0;
  };
  const auto newest = std::find_if(papers.begin(), papers.end(), has_date);
  if (newest == papers.end()) {
    return {};
  }
  const auto oldest = std::find_if(papers.rbegin(), papers.rend(), has_date);
  return {.first = date_of(catalog, catalog.papers[oldest->value]),
          .last = date_of(catalog, catalog.papers[newest->value])};
}

const text::CalendarDate& date_of(const Catalog& catalog, const CatalogPaper& paper) {
  return catalog.digests[paper.appearances.front().digest.value].head.date;
}

}  // namespace render
