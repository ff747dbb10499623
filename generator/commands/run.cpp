#include "commands/run.hpp"

#include <iostream>
#include <variant>

namespace commands {

namespace {

/// One overload a command.
struct Run {
  int operator()(const BuildCommand& command) const { return run_build(command); }

  int operator()(const ServeCommand& command) const { return run_serve(command); }

  int operator()(const CheckCommand& command) const { return run_check(command); }

  int operator()(const ExtractCommand& command) const { return run_extract(command); }

  int operator()(const ExplainCommand& command) const { return run_explain(command); }

  int operator()(const RoutesCommand& command) const { return run_routes(command); }

  int operator()(const WhichCommand& command) const { return run_which(command); }

  int operator()(const RenderCommand& command) const { return run_render(command); }

  int operator()(const Usage& usage) const {
    (usage.exit_status == 0 ? std::cout : std::cerr) << usage.text;
    return usage.exit_status;
  }
};

}  // namespace

int run(int argc, const char* const* argv) {
  return std::visit(Run(), parse_command_line(argc, argv));
}

}  // namespace commands
