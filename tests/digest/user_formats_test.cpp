// Layouts that the program has never seen, with a format file as a user writes it: NAME.yaml reads
// NAME.txt, and NAME.expected.txt is what becomes of it. UPDATE_GOLDEN=1 writes those anew.
#include "diagnostics/show_diagnostic.hpp"
#include "digest/case_files.hpp"
#include "digest/explain.hpp"
#include "digest/parse_digest.hpp"
#include "digest/parse_format.hpp"
#include "digest/record_json.hpp"
#include "digest/test_formats.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace {

namespace fs = std::filesystem;

fs::path folder() {
  return fs::path(SITEGEN_PROJECT_DIR) / "tests" / "digest" / "user_formats";
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder())) {
    if (entry.path().extension() == ".yaml") {
      names.push_back(entry.path().stem().string());
    }
  }
  std::ranges::sort(names);
  return names;
}

std::string outcome_of(const std::string& name) {
  const digest_tests::FormatLibrary library(name + ".yaml",
                                            digest_tests::read_file(folder() / (name + ".yaml")));
  const text::SourceText source(name + ".txt", digest_tests::read_file(folder() / (name + ".txt")));
  digest::DigestOptions options;
  options.formats = library.formats();
  const auto [digests, diagnostics] = digest::parse_digest_file(source, options);

  std::string out;
  for (const auto& list : {library.diagnostics(), diagnostics}) {
    for (const diagnostics::Diagnostic& diagnostic : list) {
      out += diagnostics::show_diagnostic(diagnostic, diagnostics::Colour::no);
    }
  }
  for (const digest::ParsedDigest& parsed : digests) {
    out += "\n" + digest_tests::one_member_a_line(digest::digest_to_json_lines(parsed.digest)) +
           "\n" + digest::explain_as_text(source, parsed);
  }
  return out;
}

class UserFormats : public testing::TestWithParam<std::string> {};

TEST_P(UserFormats, ReadWhatIsExpected) {
  const fs::path expected = folder() / (GetParam() + ".expected.txt");

  const std::string outcome = outcome_of(GetParam());

  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(expected, std::ios::binary) << outcome;
  }
  EXPECT_EQ(outcome, digest_tests::read_file(expected));
}

/// The promise of docs/digest_format.md: a layout takes at most 40 lines of YAML.
TEST_P(UserFormats, AreShort) {
  const std::string yaml = digest_tests::read_file(folder() / (GetParam() + ".yaml"));
  EXPECT_LE(std::ranges::count(yaml, '\n'), 40);
}

INSTANTIATE_TEST_SUITE_P(Digests, UserFormats, testing::ValuesIn(format_names()),
                         [](const auto& parameter) { return parameter.param; });

}  // namespace
