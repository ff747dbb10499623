#include "commands/progress_line.hpp"

#include "commands/report.hpp"

#include <iostream>

namespace commands {

ProgressLine::ProgressLine() : start_(std::chrono::steady_clock::now()) {}

ProgressLine::~ProgressLine() {
  if (shown_) {
    std::cerr << "\r\x1b[K" << std::flush;
  }
}

void ProgressLine::show(std::size_t done, std::size_t all) {
  if (!stderr_is_terminal() ||
      std::chrono::steady_clock::now() - start_ < std::chrono::seconds(1)) {
    return;
  }
  const std::scoped_lock lock(lock_);
  std::cerr << "\r\x1b[K" << done << " of " << all << " pages" << std::flush;
  shown_ = true;
}

}  // namespace commands
