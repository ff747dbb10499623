// One broken site a folder of tests/sites_invalid/, and exactly what is said about it. The folder
// is named after the diagnostic. UPDATE_GOLDEN=1 writes the expectations anew.
#include "diagnostics/show_diagnostic.hpp"
#include "pipeline/check_site.hpp"
#include "pipeline/load_site.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace {

namespace fs = std::filesystem;

const fs::path kInvalid = fs::path(SITEGEN_PROJECT_DIR) / "tests/sites_invalid";

std::vector<std::string> site_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kInvalid)) {
    names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

/// What `sitegen check` says of the site.
std::string check(const fs::path& root) {
  const pipeline::LoadedSite loaded = pipeline::load_site({.root = root.string(), .threads = 1});
  std::string said;
  for (diagnostics::Diagnostic& one : pipeline::check_site(loaded, 1)) {
    if (one.where.path.starts_with(root.string())) {
      one.where.path = one.where.path.substr(root.string().size() + 1);
    }
    said += diagnostics::show_diagnostic(one, diagnostics::Colour::no);
  }
  return said;
}

class InvalidSite : public testing::TestWithParam<std::string> {};

TEST_P(InvalidSite, IsReportedExactlySo) {
  const fs::path folder = kInvalid / GetParam();
  const std::string said = check(folder / "site");
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(folder / "expected.txt", std::ios::binary) << said;
  }

  EXPECT_EQ(said, read_tree(folder)["expected.txt"]);
  std::string code = GetParam();
  std::ranges::replace(code, '.', '/');
  EXPECT_NE(said.find("[" + code + "]"), std::string::npos)
      << "a folder is named after the diagnostic that it shows, with a '.' for the '/'";
}

INSTANTIATE_TEST_SUITE_P(Sites, InvalidSite, testing::ValuesIn(site_names()), [](const auto& site) {
  std::string name = site.param;
  std::ranges::replace_if(
      name, [](char c) { return c == '.' || c == '-'; }, '_');
  return name;
});

}  // namespace
