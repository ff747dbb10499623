#include "commands/report.hpp"
#include "commands/run.hpp"
#include "diagnostics/diagnostic_list.hpp"
#include "parallel/for_each_index.hpp"
#include "pipeline/load_site.hpp"
#include "render/check_routes.hpp"

#include <iostream>
#include <utility>
#include <vector>

namespace commands {

namespace {

using diagnostics::Diagnostic;

/// What is wrong with each page: rendered, and thrown away.
std::vector<Diagnostic> check_pages(const site::Site& site) {
  std::vector<std::vector<Diagnostic>> said(site.routes().size());
  parallel::for_each_index(said.size(), 0, [&](std::size_t i) {
    said[i] = render::check_route(site, site.routes()[i]);
  });
  std::vector<Diagnostic> all;
  for (std::vector<Diagnostic>& one : said) {
    diagnostics::append(all, std::move(one));
  }
  return all;
}

}  // namespace

int run_check(const CheckCommand& command) {
  const Strict strict = command.strict ? Strict::yes : Strict::no;
  pipeline::LoadedSite loaded = pipeline::load_site({.root = command.source});
  if (loaded.site != nullptr) {
    diagnostics::append(loaded.diagnostics, check_pages(*loaded.site));
  }
  diagnostics::sort_and_deduplicate(loaded.diagnostics);
  print_diagnostics(loaded.diagnostics, command.json ? Format::json : Format::text);
  if (!command.json) {
    const std::string complaints = count_in_words(loaded.diagnostics);
    const std::string pages =
        loaded.site == nullptr ? "" : plural(loaded.site->routes().size(), "page") + ": ";
    std::cout << pages << (complaints.empty() ? "nothing is wrong" : complaints) << "\n";
  }
  return exit_status_of(loaded.diagnostics, strict);
}

}  // namespace commands
