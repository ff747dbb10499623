// Every seed of the fuzz targets, once, in the ordinary test suite.
#include "targets.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

struct Target {
  const char* seeds;
  void (*run)(std::string_view bytes);
};

class ReplaySeeds : public testing::TestWithParam<Target> {};

TEST_P(ReplaySeeds, KeepsEveryPromise) {
  const std::filesystem::path folder =
      std::filesystem::path(SITEGEN_PROJECT_DIR) / "tests/fuzz/seeds" / GetParam().seeds;
  int seeds = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    SCOPED_TRACE(entry.path().filename().string());
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    GetParam().run(bytes);
    ++seeds;
  }
  EXPECT_GT(seeds, 0);
}

INSTANTIATE_TEST_SUITE_P(Targets, ReplaySeeds,
                         testing::Values(Target{"digest", fuzz::read_digest},
                                         Target{"template", fuzz::render_template},
                                         Target{"yaml", fuzz::read_yaml},
                                         Target{"markdown", fuzz::convert_markdown}));

}  // namespace
