#pragma once

#include "catalog/catalog.hpp"

#include <cstddef>
#include <vector>

// Numbers about a list of papers, made while the page that shows them is rendered: their cost is
// that of the papers on it.
namespace render {

/// Lists of terms met together are cut here: what is rarer tells a reader nothing.
inline constexpr std::size_t kMetTerms = 24;

/// Whom a paper by more people than this was written with is not counted: thousands of names in
/// common say nothing about two people, and each of their pages would count them all.
inline constexpr std::size_t kCompany = 200;

struct TermCount {
  catalog::TermIndex term;
  std::size_t count = 0;
};

/// The terms of `taxonomy` on `papers` (each paper counts once), most papers first, equal ones by
/// their slug; at most `most`. Authors of papers by more than kCompany are not counted.
[[nodiscard]] std::vector<TermCount> count_terms(const catalog::Catalog& catalog,
                                                 const std::vector<catalog::PaperIndex>& papers,
                                                 catalog::Taxonomy taxonomy, std::size_t most);

/// As many papers stand out of a long list as are taken in at a glance.
inline constexpr std::size_t kMostLinked = 5;

/// Those of `papers` that the most papers have among their related ones, most first, equal ones in
/// the order of `papers`; at most `most`. One that no paper has is never among them.
[[nodiscard]] std::vector<catalog::PaperIndex> most_linked(
    const catalog::Catalog& catalog, const std::vector<catalog::PaperIndex>& papers,
    std::size_t most);

struct MonthCount {
  int year = 0;
  int month = 0;
  std::size_t count = 0;
};

/// Papers by the month of their first digest, oldest first, without gaps. Papers without a date are
/// left out.
[[nodiscard]] std::vector<MonthCount> count_months(const catalog::Catalog& catalog,
                                                   const std::vector<catalog::PaperIndex>& papers);

/// Without a year if no paper has a date.
struct DateRange {
  text::CalendarDate first;
  text::CalendarDate last;
};

/// When `papers`, newest first, stood in a digest first.
[[nodiscard]] DateRange dates_of(const catalog::Catalog& catalog,
                                 const std::vector<catalog::PaperIndex>& papers);

/// The terms of `taxonomy` that a paper has, in its order; a name may stand there twice.
[[nodiscard]] std::vector<catalog::TermIndex> terms_of_paper(const catalog::CatalogPaper& paper,
                                                             catalog::Taxonomy taxonomy);

/// The date of the first digest that `paper` appeared in.
[[nodiscard]] const text::CalendarDate& date_of(const catalog::Catalog& catalog,
                                                const catalog::CatalogPaper& paper);

}  // namespace render
