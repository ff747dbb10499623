#include "serve/stop_on_signal.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <thread>
#include <unistd.h>

namespace serve {
namespace {

TEST(StopOnSignal, AsksToStopAtTheFirstSignal) {
  for (const int signal : {SIGINT, SIGTERM}) {
    const StopOnSignal on_signal;
    EXPECT_FALSE(on_signal.token().stop_requested());

    ::kill(::getpid(), signal);

    for (int i = 0; i < 1000 && !on_signal.token().stop_requested(); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    EXPECT_TRUE(on_signal.token().stop_requested()) << signal;
  }
}

TEST(StopOnSignal, EndsWithoutASignal) {
  const StopOnSignal on_signal;
  EXPECT_FALSE(on_signal.token().stop_requested());
}

TEST(StopOnSignalDeathTest, LeavesTheSecondSignalToTheSystem) {
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  EXPECT_EXIT(
      {
        const StopOnSignal on_signal;
        ::kill(::getpid(), SIGINT);
        while (!on_signal.token().stop_requested()) {
          std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        ::kill(::getpid(), SIGINT);
        std::this_thread::sleep_for(std::chrono::seconds(20));
      },
      testing::KilledBySignal(SIGINT), "");
}

}  // namespace
}  // namespace serve
