#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace pipeline {

/// How long a stage took.
struct StageTime {
  std::string stage;
  std::chrono::microseconds time{0};
};

/// Measures stages that follow each other. For people only: no output depends on it.
class StageClock {
 public:
  StageClock();

  /// Ends the stage that has run since the last call, and names it.
  void end_of(std::string stage);

  [[nodiscard]] const std::vector<StageTime>& times() const { return times_; }

 private:
  std::chrono::steady_clock::time_point last_;
  std::vector<StageTime> times_;
};

}  // namespace pipeline
