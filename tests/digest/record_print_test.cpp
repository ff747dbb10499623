#include "digest/record_print.hpp"

#include "digest/case_files.hpp"
#include "digest/parse_digest.hpp"
#include "digest/record_json.hpp"

#include <gtest/gtest.h>

namespace {

using digest::parse_digest_file;

TEST(DigestToYaml, GivesBackEveryCase) {
  std::string yaml;
  std::string json;
  for (const std::string& name : digest_tests::case_names()) {
    const text::SourceText source(name,
                                  digest_tests::read_file(digest_tests::case_folder() / name));
    for (const digest::ParsedDigest& one : parse_digest_file(source).value) {
      yaml += digest::digest_to_yaml(one.digest);
      json += digest::digest_to_json_lines(one.digest);
    }
  }

  const auto [digests, diagnostics] = parse_digest_file(text::SourceText("papers.yaml", yaml));

  EXPECT_TRUE(diagnostics.empty()) << diagnostics.at(0).message;
  std::string again;
  for (const digest::ParsedDigest& one : digests) {
    again += digest::digest_to_json_lines(one.digest);
  }
  EXPECT_EQ(again, json);
}

TEST(DigestToCsv, QuotesWhatNeedsIt) {
  digest::Digest digest;
  digest.name = "d";
  digest.date = {2023, 2, 8};
  digest.papers.push_back({.id = "title:a",
                           .rank = 1,
                           .title = "A, \"B\"",
                           .authors = {"C D", "E F"},
                           .abstract = "one\ntwo",
                           .links = {{"code", "https://example.org/"}}});

  EXPECT_EQ(digest::csv_header().substr(0, 30), "id,digest,date,date_precision,");
  EXPECT_EQ(digest::digest_to_csv(digest),
            "title:a,d,2023-02-08,day,,1,featured,,\"A, \"\"B\"\"\",,C D; E F,false,,false,,,,,,"
            "\"one\ntwo\",,,,,,code https://example.org/,,,\r\n");
}

}  // namespace
