// One file a case; tests/jinja/template_case.hpp says what stands in it. UPDATE_GOLDEN=1 writes
// what is expected anew.
#include "jinja/template_case.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

namespace fs = std::filesystem;

const fs::path kCases = fs::path(SITEGEN_PROJECT_DIR) / "tests/jinja/cases";

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kCases)) {
    names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

class JinjaCase : public testing::TestWithParam<std::string> {};

TEST_P(JinjaCase, RendersExactlySo) {
  const fs::path path = kCases / (GetParam() + ".txt");
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const jinja_cases::TemplateCase one = jinja_cases::read_template_case(text);
  ASSERT_THAT(one.unreadable, testing::IsEmpty());
  ASSERT_FALSE(one.templates.empty());

  const std::string out = jinja_cases::run_template_case(one);

  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    const std::string head = text.substr(0, text.find("=== expected"));
    std::ofstream(path, std::ios::binary) << head << "=== expected\n" << out << "\n";
    return;
  }
  EXPECT_EQ(out, one.expected);
}

INSTANTIATE_TEST_SUITE_P(Cases, JinjaCase, testing::ValuesIn(case_names()),
                         [](const auto& one) { return one.param; });

}  // namespace
