#include "serve/live_site.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace serve {
namespace {

TEST(LiveSite, HasNoSiteAtFirst) {
  const LiveSite live;

  ASSERT_NE(live.current(), nullptr);
  EXPECT_EQ(live.current()->site, nullptr);
}

TEST(LiveSite, IsSwappedWhole) {
  LiveSite live;
  std::atomic<bool> done = false;
  std::vector<std::jthread> readers;
  for (int i = 0; i < 2; ++i) {
    readers.emplace_back([&] {
      while (!done) {
        const std::shared_ptr<const Preview> now = live.current();
        EXPECT_EQ(now->problems.size(), now->version % 5);
      }
    });
  }

  for (std::uint64_t version = 1; version <= 2000; ++version) {
    live.show({.site = nullptr,
               .problems = std::vector<diagnostics::Diagnostic>(version % 5),
               .version = version});
  }
  done = true;

  EXPECT_EQ(live.current()->version, 2000U);
}

}  // namespace
}  // namespace serve
