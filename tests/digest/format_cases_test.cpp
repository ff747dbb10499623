// Every file of format_cases/, read with its own format NAME.format.yaml if there is one: what
// becomes of it stands in NAME.expected.txt. UPDATE_GOLDEN=1 writes the expectations anew.
#include "diagnostics/show_diagnostic.hpp"
#include "digest/case_files.hpp"
#include "digest/explain.hpp"
#include "digest/format_library.hpp"
#include "digest/parse_digest.hpp"
#include "digest/record_json.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>

namespace {

namespace fs = std::filesystem;

const fs::path kCases = fs::path(SITEGEN_PROJECT_DIR) / "tests" / "digest" / "format_cases";

std::vector<std::string> format_case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kCases)) {
    const std::string inner = entry.path().stem().extension().string();
    if (inner != ".expected" && inner != ".format") {
      names.push_back(entry.path().filename().string());
    }
  }
  std::ranges::sort(names);
  return names;
}

/// The members of a record that say something, one a line.
std::string readable(const std::string& json) {
  std::string out;
  std::size_t begin = 0;
  while (begin < json.size()) {
    const std::size_t end = std::min(json.find(",\"", begin + 1), json.size());
    const std::string member = json.substr(begin, end - begin);
    const bool silent = member.ends_with(":null") || member.ends_with(":[]");
    out += silent ? "" : (begin == 0 ? "" : "\n ") + member;
    begin = end;
  }
  return out;
}

std::string outcome_of(const std::string& name) {
  const std::string stem = name.substr(0, name.find('.'));
  const text::SourceText source(name, digest_tests::read_file(kCases / name));
  const text::SourceText own("formats/" + stem + ".yaml",
                             digest_tests::read_file(kCases / (stem + ".format.yaml")));
  std::vector<const text::SourceText*> formats;
  if (!own.bytes().empty()) {
    formats.push_back(&own);
  }
  const auto library = digest::read_formats(formats);
  digest::DigestOptions options;
  options.formats = library.value;
  const auto [parsed, diagnostics] = digest::parse_digest_file(source, options);

  std::string out;
  std::size_t claimed = 0;
  for (const auto* const list : {&library.diagnostics, &diagnostics}) {
    for (const diagnostics::Diagnostic& diagnostic : *list) {
      out += diagnostics::show_diagnostic(diagnostic, diagnostics::Colour::no);
    }
  }
  for (const digest::ParsedDigest& one : parsed) {
    out += "\n" + digest::digest_to_json(one.digest) + "\n";
    for (const digest::Paper& paper : one.digest.papers) {
      out += readable(digest::paper_to_json(one.digest, paper)) + "\n";
    }
    out += "\n" + digest::explain_as_text(source, one);
    for (const digest::Claim& claim : one.claims) {
      claimed += claim.size;
    }
  }
  EXPECT_EQ(claimed, source.bytes().size()) << "bytes that nothing claims, or two claims";
  return out;
}

class FormatCases : public testing::TestWithParam<std::string> {};

TEST_P(FormatCases, GiveWhatIsExpected) {
  const fs::path expected = kCases / (GetParam().substr(0, GetParam().find('.')) + ".expected.txt");

  const std::string outcome = outcome_of(GetParam());

  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(expected, std::ios::binary) << outcome;
  }
  EXPECT_EQ(outcome, digest_tests::read_file(expected));
}

TEST(DigestFormatDocs, NameEveryFormatCase) {
  const std::string docs =
      digest_tests::read_file(fs::path(SITEGEN_PROJECT_DIR) / "docs" / "digest_format.md");
  for (const std::string& name : format_case_names()) {
    EXPECT_NE(docs.find("`" + name.substr(0, name.find('.')) + "`"), std::string::npos) << name;
  }
}

INSTANTIATE_TEST_SUITE_P(Digests, FormatCases, testing::ValuesIn(format_case_names()),
                         [](const testing::TestParamInfo<std::string>& parameter) {
                           return parameter.param.substr(0, parameter.param.find('.'));
                         });

}  // namespace
