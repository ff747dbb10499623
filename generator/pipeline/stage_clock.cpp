#include "pipeline/stage_clock.hpp"

#include <utility>

namespace pipeline {

StageClock::StageClock() : last_(std::chrono::steady_clock::now()) {}

void StageClock::end_of(std::string stage) {
  const auto now = std::chrono::steady_clock::now();
  times_.push_back(
      {std::move(stage), std::chrono::duration_cast<std::chrono::microseconds>(now - last_)});
  last_ = now;
}

}  // namespace pipeline
