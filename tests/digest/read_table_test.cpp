// The large real list of weekly tables, which is no part of the project: skipped where it is not.
#include "digest/case_files.hpp"
#include "digest/parse_digest.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace {

/// Beside the project, or beside the folder of its worktrees.
std::filesystem::path weekly_list() {
  const std::filesystem::path project(SITEGEN_PROJECT_DIR);
  const std::filesystem::path beside = project / "../shared/corpora/ml-papers-of-the-week.md";
  return std::filesystem::exists(beside)
             ? beside
             : project / "../../shared/corpora/ml-papers-of-the-week.md";
}

TEST(ReadTable, ReadsEveryWeekOfTheLargeList) {
  if (!std::filesystem::exists(weekly_list())) {
    GTEST_SKIP();
  }
  const text::SourceText source("ml-papers-of-the-week.md", digest_tests::read_file(weekly_list()));

  const auto [digests, diagnostics] = digest::parse_digest_file(source);

  ASSERT_EQ(digests.size(), 130U);
  std::size_t claimed = 0;
  std::set<std::string> names;
  for (const digest::ParsedDigest& week : digests) {
    const digest::Digest& one = week.digest;
    EXPECT_EQ(week.format_name, "weekly_table");
    EXPECT_EQ(one.papers.size(), 10U) << one.name;
    EXPECT_EQ(one.name, "ml-papers-of-the-week-" + text::to_iso(one.date));
    EXPECT_TRUE(one.date_start && *one.date_start < one.date) << one.name;
    names.insert(one.name);
    int rank = 0;
    for (const digest::Paper& paper : one.papers) {
      EXPECT_EQ(paper.rank, ++rank) << one.name;
      EXPECT_LT(paper.title.size(), 140U) << paper.title;
      EXPECT_EQ(paper.title.find_first_of("*\\"), std::string::npos) << paper.title;
      EXPECT_FALSE(paper.url.empty()) << paper.title;
      EXPECT_EQ(paper.abstract.find("<br>"), std::string::npos) << paper.title;
    }
    for (const digest::Claim& claim : week.claims) {
      claimed += claim.size;
      EXPECT_NE(claim.kind, "unclaimed") << claim.offset;
    }
  }
  EXPECT_EQ(claimed, source.bytes().size());
  EXPECT_EQ(names.size(), 130U);
  std::map<int, int> years;
  for (const digest::ParsedDigest& week : digests) {
    ++years[week.digest.date.year];
  }
  EXPECT_EQ(years, (std::map<int, int>{{2023, 52}, {2024, 52}, {2025, 26}}));
  EXPECT_EQ(digests.back().digest.date, (text::CalendarDate{2023, 1, 8}));
  EXPECT_EQ(digests.front().digest.date, (text::CalendarDate{2025, 6, 29}));
  std::map<std::string, int> codes;
  for (const diagnostics::Diagnostic& diagnostic : diagnostics) {
    ++codes[diagnostic.code];
  }
  EXPECT_EQ(codes, (std::map<std::string, int>{{"digest/duplicate-address", 1},
                                               {"digest/guessed-title", 2}}));
}

}  // namespace
