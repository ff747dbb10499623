#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>

namespace commands {

/// A line on a terminal that tells how far a long work is. Says nothing in a pipe, and nothing in
/// the first second.
class ProgressLine {
 public:
  ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ProgressLine(ProgressLine&&) = delete;
  ProgressLine& operator=(ProgressLine&&) = delete;
  ~ProgressLine();  ///< clears the line

  /// May be called from any thread.
  void show(std::size_t done, std::size_t all);

 private:
  std::chrono::steady_clock::time_point start_;
  std::mutex lock_;
  bool shown_ = false;
};

}  // namespace commands
