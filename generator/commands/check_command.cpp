#include "commands/report.hpp"
#include "commands/run.hpp"
#include "pipeline/check_site.hpp"
#include "pipeline/load_site.hpp"

#include <iostream>
#include <vector>

namespace commands {

namespace {

std::string place_of(const digest::SourceLines& source) {
  return source.file + ":" + std::to_string(source.line);
}

/// Which records were taken for one paper: no mistake, but what an editor wants to look over.
void print_merges(const catalog::Catalog& catalog) {
  for (const catalog::Merge& merge : catalog.merges) {
    std::cout << place_of(merge.joined) << ": \"" << catalog.papers[merge.paper.value].record.title
              << "\" is the paper of " << place_of(merge.first);
    for (const std::string& field : merge.filled) {
      std::cout << (&field == &merge.filled.front() ? ", and gives it: " : ", ") << field;
    }
    std::cout << "\n";
  }
}

/// What files gave that digests lacked.
void print_filled(const enrich::FillCounts& counts) {
  for (const auto& [origin, count] : counts) {
    std::cout << origin.first << ": gives " << origin.second << " of " << plural(count, "record")
              << "\n";
  }
}

}  // namespace

int run_check(const CheckCommand& command) {
  const Strict strict = command.strict ? Strict::yes : Strict::no;
  const pipeline::LoadedSite loaded = pipeline::load_site({.root = command.source});
  const std::vector<diagnostics::Diagnostic> said = pipeline::check_site(loaded, 0);
  print_diagnostics(said, command.json ? Format::json : Format::text);
  if (!command.json && loaded.site != nullptr) {
    const std::string complaints = count_in_words(said);
    print_merges(loaded.site->catalog());
    print_filled(loaded.filled);
    std::cout << plural(loaded.site->routes().size(), "page") << ", "
              << plural(loaded.site->catalog().merges.size(), "merge") << ": "
              << (complaints.empty() ? "nothing is wrong" : complaints) << "\n";
  }
  return exit_status_of(said, strict);
}

}  // namespace commands
