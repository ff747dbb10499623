#include "commands/report.hpp"
#include "commands/run.hpp"
#include "pipeline/load_site.hpp"

#include <iostream>

namespace commands {

int run_routes(const RoutesCommand& command) {
  const pipeline::LoadedSite loaded = pipeline::load_site({.root = command.source});
  print_diagnostics(loaded.diagnostics, Format::text);
  if (loaded.site != nullptr) {
    for (const site::Place& place : loaded.site->places()) {
      std::cout << place.route->path << "\t" << site::name_of(place.route->kind) << "\n";
    }
  }
  return exit_status_of(loaded.diagnostics, Strict::no);
}

}  // namespace commands
