#include "catalog/build_catalog.hpp"

#include "catalog/calendar.hpp"
#include "catalog/cross_links.hpp"
#include "catalog/display_texts.hpp"
#include "catalog/merge_duplicates.hpp"
#include "catalog/printable_records.hpp"
#include "catalog/related_papers.hpp"
#include "catalog/sort_digests.hpp"
#include "catalog/taxonomies.hpp"
#include "diagnostics/diagnostic_list.hpp"

#include <utility>

namespace catalog {

diagnostics::Reported<Catalog> build_catalog(std::vector<digest::Digest> digests,
                                             const CatalogOptions& options) {
  options.for_each(digests.size(), [&](std::size_t i) { make_printable(digests[i]); });
  digests = sort_digests(std::move(digests));
  std::vector<diagnostics::Diagnostic> said = report_name_clashes(digests);

  diagnostics::Reported<Catalog> merged = merge_duplicates(std::move(digests));
  diagnostics::append(said, std::move(merged.diagnostics));

  // Before names become terms and words are counted: both go by what is shown.
  std::vector<CatalogPaper>& papers = merged.value.papers;
  options.for_each(papers.size(), [&papers](std::size_t i) { decode_texts(papers[i]); });

  // Beyond this point no paper is added, and none changes its place.
  Catalog catalog = add_calendar(link_neighbours(std::move(merged.value)));
  diagnostics::Reported<Catalog> classified = add_taxonomies(std::move(catalog), options);
  diagnostics::append(said, std::move(classified.diagnostics));

  // Shared authors are found among the terms.
  return {.value = relate_papers(std::move(classified.value), options),
          .diagnostics = std::move(said)};
}

}  // namespace catalog
