#include "digest/parse_digest.hpp"

#include "digest/explain.hpp"
#include "digest/record_json.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace {

using digest::DigestOptions;
using digest::parse_digest;

const std::string kRecord =
    "1、[LG] A Title\nB Ray, C Dee\n[X]\n标题。摘要的文字。\nAn abstract of some words.\n"
    "https://arxiv.org/abs/2301.00001\n";

/// The codes of what is said about a text.
std::vector<std::string> codes(const std::string& bytes, const DigestOptions& options = {}) {
  const text::SourceText source("2023-01-20.txt", bytes);
  std::vector<std::string> codes;
  for (const diagnostics::Diagnostic& diagnostic : parse_digest(source, options).diagnostics) {
    codes.push_back(diagnostic.code);
  }
  return codes;
}

bool says(const std::vector<std::string>& codes, const std::string& code) {
  return std::ranges::find(codes, code) != codes.end();
}

TEST(ParseDigest, HasNothingToSayAboutASoundDigest) {
  EXPECT_EQ(codes(kRecord), std::vector<std::string>());
}

TEST(ParseDigest, NamesTheLimitThatALineExceeds) {
  DigestOptions options;
  options.limits.max_line_size = 100;
  const text::SourceText source("2023-01-20.txt", kRecord + std::string(101, 'x') + "\n");

  const auto [parsed, diagnostics] = parse_digest(source, options);

  EXPECT_EQ(parsed.digest.papers.size(), 1U);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].code, "digest/line-limit");
  EXPECT_EQ(diagnostics[0].where.line, 7);
  EXPECT_NE(diagnostics[0].message.find("max_line_size"), std::string::npos);
}

TEST(ParseDigest, ReadsPastALineOfFiftyMegabytes) {
  const text::SourceText source("2023-01-20.txt", std::string(50'000'000, 'x') + "\n" + kRecord);

  const auto [parsed, diagnostics] = parse_digest(source);

  EXPECT_EQ(parsed.digest.papers.size(), 1U);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].code, "digest/line-limit");
  EXPECT_TRUE(diagnostics[0].source_line.empty());
}

TEST(ParseDigest, NamesTheLimitsOfFilesRecordsAndNames) {
  DigestOptions small_file;
  small_file.limits.max_file_size = 10;
  DigestOptions no_records;
  no_records.limits.max_records = 1;
  DigestOptions one_name;
  one_name.limits.max_names = 1;

  EXPECT_EQ(codes(kRecord, small_file), (std::vector<std::string>{"digest/file-limit"}));
  EXPECT_TRUE(says(codes(kRecord + kRecord, no_records), "digest/records-limit"));
  EXPECT_TRUE(says(codes(kRecord, one_name), "digest/names-limit"));
}

TEST(ParseDigest, CountsTheUnclaimedLinesThatItDoesNotList) {
  std::string bytes = kRecord;
  for (int i = 0; i < 60; ++i) {
    bytes += "多余的一行\n";
  }

  const std::vector<std::string> said = codes(bytes);

  EXPECT_EQ(std::ranges::count(said, "digest/unclaimed-line"), 51);
}

TEST(ParseDigest, LetsTheConfigurationNameTheFormat) {
  DigestOptions options;
  options.format = "key_points";
  const text::SourceText source("a.txt", kRecord);

  EXPECT_EQ(parse_digest(source, options).value.format_name, "key_points");
  EXPECT_EQ(parse_digest(source).value.format_name, "one_paragraph");
}

TEST(ParseDigest, TakesTheDateOfTheConfigurationBeforeTheFileName) {
  DigestOptions options;
  options.dates = {{"2023-01-20", {2023, 2, 3}}};
  const text::SourceText source("content/2023-01-20.txt", kRecord);

  EXPECT_EQ(parse_digest(source, options).value.digest.date, (text::CalendarDate{2023, 2, 3}));
}

TEST(DigestName, IsTheFileNameWithoutItsEnding) {
  EXPECT_EQ(digest::digest_name("content/digests/2023-01-20.txt"), "2023-01-20");
  EXPECT_EQ(digest::digest_name("late.march.txt"), "late.march");
  EXPECT_EQ(digest::digest_name("notes"), "notes");
}

TEST(RecordJson, LeavesNothingOutButWhatIsOptional) {
  digest::Digest digest;
  digest.name = "d";
  digest::Paper paper;
  paper.id = "title:t";
  paper.title = "T \"quoted\"";
  paper.links = {{"Code", "https://example.org"}};

  EXPECT_EQ(digest::paper_to_json(digest, paper),
            "{\"digest\":\"d\",\"date\":null,\"date_precision\":\"none\",\"rank\":null,"
            "\"section\":\"featured\",\"category\":null,\"title\":\"T \\\"quoted\\\"\","
            "\"title_zh\":null,\"authors\":[],\"authors_truncated\":false,\"affiliations\":[],"
            "\"affiliations_truncated\":false,\"key_points\":[],\"tldr\":null,\"abstract\":null,"
            "\"abstract_zh\":null,\"url\":null,\"arxiv_id\":null,\"links\":[{\"label\":\"Code\","
            "\"url\":\"https://example.org\"}],\"id\":\"title:t\","
            "\"source\":{\"file\":\"\",\"line\":0,\"end_line\":0}}");
}

TEST(Explain, ShowsOneObjectForEachFieldOfALine) {
  const text::SourceText source("2023-01-20.txt", kRecord);

  const std::string json = digest::explain_as_json(source, parse_digest(source).value);

  EXPECT_TRUE(json.starts_with(
      "{\"line\":1,\"claim\":\"rank\",\"paper\":1,\"text\":\"1、\"}\n"
      "{\"line\":1,\"claim\":\"category\",\"paper\":1,\"text\":\"[LG]\"}\n"
      "{\"line\":1,\"claim\":\"title\",\"paper\":1,\"text\":\"A Title\"}\n"
      "{\"line\":2,\"claim\":\"authors\",\"paper\":1,\"text\":\"B Ray, C Dee\"}\n"))
      << json;
}

}  // namespace
