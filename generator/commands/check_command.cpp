#include "commands/report.hpp"
#include "commands/run.hpp"
#include "pipeline/check_site.hpp"
#include "pipeline/load_site.hpp"

#include <iostream>
#include <vector>

namespace commands {

int run_check(const CheckCommand& command) {
  const Strict strict = command.strict ? Strict::yes : Strict::no;
  const pipeline::LoadedSite loaded = pipeline::load_site({.root = command.source});
  const std::vector<diagnostics::Diagnostic> said = pipeline::check_site(loaded, 0);
  print_diagnostics(said, command.json ? Format::json : Format::text);
  if (!command.json) {
    const std::string complaints = count_in_words(said);
    const std::string pages =
        loaded.site == nullptr ? "" : plural(loaded.site->routes().size(), "page") + ": ";
    std::cout << pages << (complaints.empty() ? "nothing is wrong" : complaints) << "\n";
  }
  return exit_status_of(said, strict);
}

}  // namespace commands
