// Every file of cases/ with what becomes of it: diagnostics, records, claims. UPDATE_GOLDEN=1
// writes the expectations anew; the diff is the change of behaviour.
#include "diagnostics/show_diagnostic.hpp"
#include "digest/case_files.hpp"
#include "digest/explain.hpp"
#include "digest/read_digest_file.hpp"
#include "digest/record_json.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <cstdlib>

namespace {

/// What happened to a case, as text.
std::string outcome_of(const std::string& name) {
  const auto source = std::make_shared<const text::SourceText>(
      name, digest_tests::read_file(digest_tests::case_folder() / name));
  // Dates are not what most cases are about.
  digest::DigestOptions options;
  if (!(name.starts_with("date_") || name.starts_with("2023")) ||
      name == "date_of_configuration.txt") {
    options.dates = {{digest::digest_name(name), {2023, 1, 20}}};
  }
  const auto [file, diagnostics] = digest::read_digest_file(source, options);

  std::string out;
  for (const diagnostics::Diagnostic& diagnostic : diagnostics) {
    out += diagnostics::show_diagnostic(diagnostic, diagnostics::Colour::no);
  }
  for (const digest::ParsedDigest& one : file.digests) {
    out += "\n" + digest_tests::one_member_a_line(digest::digest_to_json_lines(one.digest));
    out += "\n" + digest::explain_as_text(*file.text, one);
  }
  return out;
}

class DigestCases : public testing::TestWithParam<std::string> {};

TEST_P(DigestCases, GiveWhatIsExpected) {
  const std::string stem = GetParam().substr(0, GetParam().rfind('.'));
  const auto expected = digest_tests::case_folder() / (stem + ".expected.txt");

  const std::string outcome = outcome_of(GetParam());

  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(expected, std::ios::binary) << outcome;
  }
  EXPECT_EQ(outcome, digest_tests::read_file(expected));
}

/// docs/digest_format.md says of each rule which case holds it, so it names them all.
TEST(DigestFormatDocs, NameEveryCase) {
  const std::string docs = digest_tests::read_file(std::filesystem::path(SITEGEN_PROJECT_DIR) /
                                                   "docs" / "digest_format.md");
  for (const std::string& name : digest_tests::case_names()) {
    EXPECT_NE(docs.find("`" + name.substr(0, name.rfind('.')) + "`"), std::string::npos) << name;
  }
}

std::string test_name(const testing::TestParamInfo<std::string>& parameter) {
  std::string name = parameter.param.substr(0, parameter.param.rfind('.'));
  std::ranges::replace_if(
      name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Digests, DigestCases, testing::ValuesIn(digest_tests::case_names()),
                         test_name);

}  // namespace
