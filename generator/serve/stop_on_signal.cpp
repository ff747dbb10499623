#include "serve/stop_on_signal.hpp"

#include <array>
#include <csignal>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>

namespace serve {

namespace {

sigset_t stop_signals() {
  sigset_t signals{};
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGINT);
  ::sigaddset(&signals, SIGTERM);
  return signals;
}

}  // namespace

StopOnSignal::StopOnSignal() : done_(::eventfd(0, EFD_CLOEXEC)) {
  const sigset_t signals = stop_signals();
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signals_ = files::Descriptor(::signalfd(-1, &signals, SFD_CLOEXEC));
  waiting_ = std::thread([this] { wait_for_signal(); });
}

StopOnSignal::~StopOnSignal() {
  ::eventfd_write(done_.get(), 1);
  waiting_.join();
  const sigset_t signals = stop_signals();
  ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

void StopOnSignal::wait_for_signal() {
  std::array<pollfd, 2> waits = {pollfd{.fd = done_.get(), .events = POLLIN, .revents = 0},
                                 pollfd{.fd = signals_.get(), .events = POLLIN, .revents = 0}};
  while (::poll(waits.data(), waits.size(), -1) < 0) {
    // Interrupted: by a signal that is none of ours.
  }
  signalfd_siginfo signal{};
  if (waits[1].revents == 0 ||
      ::read(signals_.get(), &signal, sizeof(signal)) != static_cast<ssize_t>(sizeof(signal))) {
    return;
  }
  stop_.request_stop();
  // From here on this thread is where a second signal ends the program.
  const sigset_t signals = stop_signals();
  ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
  static_cast<void>(::poll(waits.data(), 1, -1));
}

}  // namespace serve
