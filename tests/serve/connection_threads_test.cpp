#include "serve/connection_threads.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>

namespace serve {
namespace {

TEST(ConnectionThreads, GiveEachConnectionAThreadAtOnce) {
  ConnectionThreads threads;
  std::latch all_at_once(20);
  std::atomic<int> served = 0;

  for (int i = 0; i < 20; ++i) {
    // Each ends only when all have begun: with fewer threads this would never end.
    threads.enqueue([&] {
      all_at_once.arrive_and_wait();
      ++served;
    });
  }
  threads.shutdown();

  EXPECT_EQ(served, 20);
}

TEST(ConnectionThreads, ServeWhatWaitsBeforeTheyEnd) {
  ConnectionThreads threads;
  std::atomic<std::size_t> served = 0;

  for (std::size_t i = 0; i < 2 * kMaxConnections; ++i) {
    threads.enqueue([&] { ++served; });
  }
  threads.shutdown();

  EXPECT_EQ(served, 2 * kMaxConnections);
}

}  // namespace
}  // namespace serve
