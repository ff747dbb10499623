// Every diagnostic has an entry in docs/diagnostics.md and a test that produces it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;

const fs::path kProject = SITEGEN_PROJECT_DIR;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::set<std::string> matches(const std::string& text, const std::regex& pattern) {
  return {std::sregex_token_iterator(text.begin(), text.end(), pattern, 1), {}};
}

/// The codes in the generator's sources.
std::set<std::string> codes_in_sources() {
  static const std::regex kCode(
      R"#("((?:config|values|files|publish|digest|enrich|catalog|site|render|jinja|serve)/[a-z0-9-]+)")#");
  std::set<std::string> codes;
  for (const auto& entry : fs::recursive_directory_iterator(kProject / "generator")) {
    if (entry.path().extension() == ".cpp") {
      codes.merge(matches(read(entry.path()), kCode));
    }
  }
  return codes;
}

TEST(Diagnostics, AreAllDocumented) {
  static const std::regex kRow(R"(\n\| `([a-z]+/[a-z0-9-]+)` \|)");

  EXPECT_EQ(codes_in_sources(), matches(read(kProject / "docs/diagnostics.md"), kRow));
}

TEST(Diagnostics, HaveATestThatProducesThem) {
  std::string tests;
  for (const auto& entry : fs::recursive_directory_iterator(kProject / "tests")) {
    if (entry.is_regular_file() && entry.file_size() < 1'000'000) {
      tests += read(entry.path());
    }
  }
  // A port under 1024 is refused to everybody but root, and machines that test are often root.
  const std::set<std::string> untestable = {"serve/port-not-allowed"};
  for (const std::string& code : codes_in_sources()) {
    EXPECT_TRUE(untestable.contains(code) || tests.find(code) != std::string::npos) << code;
  }
}

}  // namespace
