#pragma once

#include "commands/command_line.hpp"

namespace commands {

// One function a command: it prints, and gives the exit status.
[[nodiscard]] int run_build(const BuildCommand& command);
[[nodiscard]] int run_serve(const ServeCommand& command);
[[nodiscard]] int run_check(const CheckCommand& command);
[[nodiscard]] int run_extract(const ExtractCommand& command);
[[nodiscard]] int run_explain(const ExplainCommand& command);
[[nodiscard]] int run_routes(const RoutesCommand& command);
[[nodiscard]] int run_which(const WhichCommand& command);

[[nodiscard]] int run_render(const RenderCommand& command);

/// The program: a command line in, an exit status out.
[[nodiscard]] int run(int argc, const char* const* argv);

}  // namespace commands
