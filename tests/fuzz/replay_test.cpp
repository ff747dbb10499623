// Every seed of the fuzz targets, once, in the ordinary test suite.
#include "targets.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

namespace fs = std::filesystem;

struct Target {
  const char* name;
  const char* seeds;  ///< a folder in tests/
  void (*run)(std::string_view bytes);
};

class ReplaySeeds : public testing::TestWithParam<Target> {};

TEST_P(ReplaySeeds, KeepsEveryPromise) {
  int seeds = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(SITEGEN_PROJECT_DIR) / "tests" / GetParam().seeds)) {
    SCOPED_TRACE(entry.path().filename().string());
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    GetParam().run(bytes);
    ++seeds;
  }
  EXPECT_GT(seeds, 0);
}

INSTANTIATE_TEST_SUITE_P(
    Targets, ReplaySeeds,
    testing::Values(Target{"digest", "fuzz/seeds/digest", fuzz::read_digest},
                    Target{"encoding", "fuzz/seeds/encoding", fuzz::decode_digest},
                    Target{"table", "fuzz/seeds/table", fuzz::read_tables},
                    Target{"records", "fuzz/seeds/records", fuzz::read_record_file},
                    Target{"page", "fuzz/seeds/page", fuzz::read_web_page},
                    Target{"bibtex", "fuzz/seeds/bibtex", fuzz::read_library},
                    Target{"format", "fuzz/seeds/format", fuzz::read_format},
                    Target{"format_cases", "digest/format_cases", fuzz::read_tables},
                    Target{"yaml", "fuzz/seeds/yaml", fuzz::read_yaml},
                    Target{"text", "fuzz/seeds/text", fuzz::show_text},
                    Target{"markdown", "fuzz/seeds/markdown", fuzz::convert_markdown},
                    Target{"search", "fuzz/seeds/search", fuzz::cut_into_terms},
                    Target{"compile", "fuzz/seeds/template", fuzz::compile_template},
                    Target{"compile_cases", "jinja/cases", fuzz::compile_template},
                    Target{"template", "fuzz/seeds/template", fuzz::render_templates},
                    Target{"template_cases", "jinja/cases", fuzz::render_templates},
                    Target{"escape", "fuzz/seeds/escape", fuzz::escape_value}),
    [](const auto& one) { return std::string(one.param.name); });

}  // namespace
