#include "parallel/for_each_index.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace {

TEST(ForEachIndex, CallsEveryIndexOnce) {
  for (const unsigned threads : {0U, 1U, 7U}) {
    std::vector<int> calls(1000, 0);
    parallel::for_each_index(calls.size(), threads, [&](std::size_t i) { ++calls[i]; });
    EXPECT_EQ(calls, std::vector<int>(1000, 1)) << threads << " threads";
  }
}

TEST(ForEachIndex, ThrowsWhatABodyThrows) {
  EXPECT_THROW(parallel::for_each_index(100, 2,
                                        [](std::size_t i) {
                                          if (i == 50) {
                                            throw std::runtime_error("stop");
                                          }
                                        }),
               std::runtime_error);
}

}  // namespace
