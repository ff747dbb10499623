#include "digest/read_records.hpp"

#include "digest/case_files.hpp"
#include "digest/record_json.hpp"

#include <gtest/gtest.h>

namespace {

using digest::parse_digest_file;
using digest::ParsedDigest;

/// The digests of some lines, with what was said.
diagnostics::Reported<std::vector<ParsedDigest>> read(const std::string& lines) {
  const text::SourceText source("papers.jsonl", lines);
  return parse_digest_file(source);
}

/// What `sitegen extract` prints of some digests.
std::string printed(const std::vector<ParsedDigest>& digests) {
  std::string lines;
  for (const ParsedDigest& one : digests) {
    lines += digest::digest_to_json_lines(one.digest);
  }
  return lines;
}

TEST(ReadRecords, GivesBackEveryCaseThatExtractPrints) {
  std::string lines;
  for (const std::string& name : digest_tests::case_names()) {
    const text::SourceText source(name,
                                  digest_tests::read_file(digest_tests::case_folder() / name));
    lines += printed(parse_digest_file(source).value);
  }

  const auto [digests, diagnostics] = read(lines);

  EXPECT_EQ(printed(digests), lines);
  EXPECT_TRUE(diagnostics.empty());
}

TEST(ReadRecords, TakesPapersWithoutADigestLine) {
  const auto [digests, diagnostics] = read(
      "{\"digest\":\"a\",\"date\":\"2023-02-08\",\"title\":\"T\"}\n"
      "{\"digest\":\"b\",\"date\":\"2023-02\",\"title\":\"U\",\"url\":"
      "\"https://arxiv.org/abs/2302.00001v2\"}\n");

  ASSERT_EQ(digests.size(), 2U);
  EXPECT_EQ(digests[0].digest.date, (text::CalendarDate{2023, 2, 8}));
  EXPECT_EQ(digests[0].digest.papers[0].id, "title:t");
  EXPECT_EQ(digests[0].digest.papers[0].source.line, 1);
  EXPECT_EQ(digests[1].digest.papers[0].id, "2302.00001");
  EXPECT_TRUE(diagnostics.empty());
}

TEST(ReadRecords, TakesTheDateFromTheFilesNameWhereNoRecordHasOne) {
  const text::SourceText source("digests/2023-02-08.jsonl",
                                "{\"title\":\"T\"}\n{\"title\":\"U\"}\n");

  const auto [digests, diagnostics] = parse_digest_file(source);

  ASSERT_EQ(digests.size(), 1U);
  EXPECT_EQ(digests[0].digest.date, (text::CalendarDate{2023, 2, 8}));
  EXPECT_TRUE(diagnostics.empty());
}

TEST(ReadRecords, PutsPapersWithoutDateIntoTheDigestBeforeThem) {
  const auto [digests, diagnostics] = read(
      "{\"kind\":\"digest\",\"date\":\"2023-02-08\",\"summary\":\"S\"}\n{\"title\":\"T\"}\n"
      "{\"title\":\"U\",\"date\":\"2023-02-09\"}\n{\"title\":\"V\"}\n");

  ASSERT_EQ(digests.size(), 2U);
  EXPECT_EQ(digests[0].digest.papers.size(), 1U);
  EXPECT_EQ(digests[1].digest.papers.size(), 2U);
  EXPECT_TRUE(diagnostics.empty());
}

TEST(ReadRecords, SaysThatNothingTellsTheDate) {
  EXPECT_EQ(read("{\"title\":\"T\"}\n").diagnostics.at(0).code, "digest/no-date");
  EXPECT_TRUE(
      read("{\"title\":\"T\",\"date\":null,\"date_precision\":\"none\"}\n").diagnostics.empty());
}

TEST(ReadRecords, ReportsWhatIsNoRecordAndReadsOn) {
  const auto [digests, diagnostics] = read(
      "not json\n[]\n{\"title\":\"\"}\n{\"title\":\"T\",\"authors\":7,\"rank\":-1,\"titel\":1,"
      "\"url\":\"javascript:alert(1)\",\"date\":\"2023-02-30\"}\n");

  ASSERT_EQ(digests.size(), 1U);
  ASSERT_EQ(digests[0].digest.papers.size(), 1U);
  EXPECT_EQ(digests[0].digest.papers[0].url, "");
  std::vector<std::string> codes;
  for (const diagnostics::Diagnostic& diagnostic : diagnostics) {
    codes.push_back(std::to_string(diagnostic.where.line) + " " + diagnostic.code);
  }
  EXPECT_EQ(codes, (std::vector<std::string>{
                       "1 digest/bad-record", "2 digest/bad-record", "3 digest/missing-title",
                       "4 digest/bad-date", "4 digest/bad-record", "4 digest/bad-record",
                       "4 digest/not-a-web-address", "4 digest/unknown-member"}));
}

TEST(ReadRecords, SaysThatAFileHasNoRecord) {
  EXPECT_EQ(read("\n \n").diagnostics.at(0).code, "digest/empty");
  EXPECT_EQ(read("").value.size(), 1U);
}

}  // namespace
