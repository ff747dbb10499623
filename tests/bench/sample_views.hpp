#pragma once

#include "sample_site.hpp"
#include "values/value.hpp"

/// What templates see of the sample site: views, made as generator/render/ makes them.
namespace bench {

/// What every page sees: `site`.
[[nodiscard]] values::Map site_globals(const SampleSite& site);

/// What one page sees: `page`, and `paper` or `papers`. Made for each page that is rendered.
[[nodiscard]] values::Map page_context(const SampleSite& site, const Page& page);

/// The whole sample as JSON for other engines: `site`, `paper_pages` and `list_pages`, each page
/// with its `context` and the `html` that it must become.
[[nodiscard]] std::string sample_as_json(const SampleSite& site,
                                         const std::vector<std::string>& paper_html,
                                         const std::vector<std::string>& list_html);

}  // namespace bench
