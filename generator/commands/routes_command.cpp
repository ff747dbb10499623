#include "commands/report.hpp"
#include "commands/run.hpp"
#include "pipeline/load_site.hpp"

#include <iostream>

namespace commands {

int run_routes(const RoutesCommand& command) {
  const pipeline::LoadedSite loaded = pipeline::load_site({.root = command.source});
  print_diagnostics(loaded.diagnostics, Format::text);
  if (loaded.site != nullptr) {
    for (const site::Route& route : loaded.site->routes()) {
      std::cout << route.path << "\t" << site::name_of(route.kind) << "\n";
    }
  }
  return exit_status_of(loaded.diagnostics, Strict::no);
}

}  // namespace commands
