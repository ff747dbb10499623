#include "pipeline/check_site.hpp"

#include "diagnostics/diagnostic_list.hpp"
#include "parallel/for_each_index.hpp"
#include "render/check_routes.hpp"

#include <algorithm>
#include <utility>

namespace pipeline {

using diagnostics::Diagnostic;

std::vector<Diagnostic> check_site(const LoadedSite& loaded, unsigned threads) {
  std::vector<Diagnostic> said = loaded.diagnostics;
  const bool broken_template = std::ranges::any_of(
      said, [](const Diagnostic& diagnostic) { return diagnostic.code.starts_with("jinja/"); });
  if (loaded.site != nullptr && !broken_template) {
    const std::vector<site::Place> places = loaded.site->places();
    std::vector<std::vector<Diagnostic>> of_route(places.size());
    parallel::for_each_index(places.size(), threads, [&](std::size_t i) {
      of_route[i] = render::check_route(*loaded.site, places[i]);
    });
    for (std::vector<Diagnostic>& one : of_route) {
      diagnostics::append(said, std::move(one));
    }
  }
  diagnostics::collapse_repeats(said);
  return said;
}

}  // namespace pipeline
