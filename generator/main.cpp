#include "commands/exit_status.hpp"
#include "commands/run.hpp"

#include <exception>
#include <iostream>

// The only catch-all: whatever reaches it is a bug of ours, since wrong input is a diagnostic.
int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    return commands::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "sitegen: internal error: " << error.what()
              << "\nThis is a bug. Please report it with the command and, if you can, its input.\n";
    return commands::kOurBug;
  }
}
