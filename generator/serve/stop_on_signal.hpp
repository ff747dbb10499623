#pragma once

#include "files/descriptor.hpp"

#include <stop_token>
#include <thread>

namespace serve {

/// While it lives, the first SIGINT (Ctrl-C) or SIGTERM asks to stop, and a second one ends the
/// program as if nobody had asked. Make it before any other thread: the signals are blocked in
/// this thread and in those it starts from now on, and taken by a thread of its own.
class StopOnSignal {
 public:
  StopOnSignal();
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;
  StopOnSignal(StopOnSignal&&) = delete;
  StopOnSignal& operator=(StopOnSignal&&) = delete;
  ~StopOnSignal();

  [[nodiscard]] std::stop_token token() const { return stop_.get_token(); }

 private:
  void wait_for_signal();

  std::stop_source stop_;
  files::Descriptor signals_;
  files::Descriptor done_;  ///< readable once nobody needs the signals any more
  std::thread waiting_;
};

}  // namespace serve
