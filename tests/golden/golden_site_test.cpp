// Whole small sites and the exact trees that they become. UPDATE_GOLDEN=1 writes the trees anew.
#include "diagnostics/show_diagnostic.hpp"
#include "pipeline/load_site.hpp"
#include "publish/build_manifest.hpp"
#include "publish/write_site.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace {

namespace fs = std::filesystem;

const fs::path kGolden = fs::path(SITEGEN_PROJECT_DIR) / "tests/golden";

std::vector<std::string> site_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kGolden)) {
    if (fs::exists(entry.path() / "site/site.yaml")) {
      names.push_back(entry.path().filename().string());
    }
  }
  std::ranges::sort(names);
  return names;
}

void write_tree(const fs::path& folder, const std::map<std::string, std::string>& tree) {
  fs::remove_all(folder);
  for (const auto& [name, bytes] : tree) {
    fs::create_directories((folder / name).parent_path());
    std::ofstream(folder / name, std::ios::binary) << bytes;
  }
}

/// What the site becomes: its pages, and what was said about it. Assets are left out: they are the
/// theme's files as they are, and their names in the pages change with them. So are the lists of
/// the search index, which are no text; index.json has a hash of them.
std::map<std::string, std::string> build(const std::string& name, unsigned threads) {
  const pipeline::LoadedSite loaded =
      pipeline::load_site({.root = (kGolden / name / "site").string(), .threads = threads});
  std::string said;
  for (const diagnostics::Diagnostic& one : loaded.diagnostics) {
    said += diagnostics::show_diagnostic(one, diagnostics::Colour::no);
  }
  const TemporaryFolder folder;
  const auto written =
      publish::write_site(*loaded.site, {.output = folder.path() + "/public", .threads = threads});
  for (const diagnostics::Diagnostic& one : written.diagnostics) {
    said += diagnostics::show_diagnostic(one, diagnostics::Colour::no);
  }
  std::map<std::string, std::string> tree = read_tree(folder.path() + "/public");
  std::erase_if(tree, [](const auto& file) {
    return file.first.starts_with("assets/") || file.first.starts_with("search/terms/");
  });
  tree.erase(std::string(publish::kManifestName));
  tree["diagnostics.txt"] = said;
  return tree;
}

class GoldenSite : public testing::TestWithParam<std::string> {};

TEST_P(GoldenSite, BecomesExactlyItsTree) {
  const fs::path expected_folder = kGolden / GetParam() / "expected";
  const std::map<std::string, std::string> tree = build(GetParam(), 1);
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    write_tree(expected_folder, tree);
  }

  const std::map<std::string, std::string> expected = read_tree(expected_folder);
  for (const auto& [name, bytes] : expected) {
    const auto found = tree.find(name);
    ASSERT_NE(found, tree.end()) << name << " is missing";
    EXPECT_EQ(found->second, bytes) << name;
  }
  for (const auto& file : tree) {
    EXPECT_TRUE(expected.contains(file.first)) << file.first << " is not expected";
  }
  EXPECT_EQ(build(GetParam(), 7), tree) << "seven threads make another site";
}

INSTANTIATE_TEST_SUITE_P(Sites, GoldenSite, testing::ValuesIn(site_names()),
                         [](const auto& site) { return site.param; });

}  // namespace
