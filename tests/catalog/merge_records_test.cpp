#include "catalog/merge_records.hpp"

#include "catalog/sample_digests.hpp"

#include <gtest/gtest.h>

namespace {

using catalog::merge_records;
using catalog_test::paper;

TEST(MergeRecords, FillsWhatIsMissing) {
  digest::Paper first = paper("2302.02801", "LaMPP");
  digest::Paper later = first;
  later.category = "LG";
  later.title_zh = "语言模型作先验";
  later.abstract = "An abstract.";
  later.links = {{"code", "https://example.org/code"}};

  const std::vector<std::string> changed = merge_records(first, later);

  EXPECT_EQ(first, later);
  EXPECT_EQ(changed, (std::vector<std::string>{"category", "title_zh", "abstract", "links"}));
}

TEST(MergeRecords, KeepsTheFirstOfEquallyRichValues) {
  digest::Paper first = paper("2302.02801", "LaMPP");
  first.category = "LG";
  first.authors = {"B Z. Li", "J Andreas"};
  first.tldr = "一二三四";
  first.url = "https://arxiv.org/abs/2302.02801";
  digest::Paper later = first;
  later.title = "LAMPP";
  later.category = "CL";
  later.authors = {"Belinda Li", "Jacob Andreas"};
  later.tldr = "five";
  later.url = "https://arxiv.org/pdf/2302.02801";
  const digest::Paper before = first;

  EXPECT_TRUE(merge_records(first, later).empty());
  EXPECT_EQ(first, before);
}

TEST(MergeRecords, TakesTheLongerTextAndTheListWithMoreNames) {
  digest::Paper first = paper("2302.02801", "LaMPP");
  first.abstract = "Short.";
  first.authors = {"B Z. Li"};
  first.authors_truncated = true;
  first.affiliations = {"MIT", "CMU"};
  first.affiliations_truncated = true;
  first.key_points = {"one"};
  digest::Paper later = first;
  later.abstract = "Much longer.";
  later.authors = {"B Z. Li", "W Chen"};
  later.authors_truncated = false;
  later.affiliations = {"MIT"};
  later.affiliations_truncated = false;
  later.key_points = {"one", "two"};

  const std::vector<std::string> changed = merge_records(first, later);

  EXPECT_EQ(changed, (std::vector<std::string>{"authors", "key_points", "abstract"}));
  EXPECT_EQ(first.authors.size(), 2U);
  EXPECT_FALSE(first.authors_truncated);
  EXPECT_EQ(first.affiliations.size(), 2U);
  EXPECT_TRUE(first.affiliations_truncated);
  EXPECT_EQ(first.abstract, "Much longer.");
}

TEST(MergeRecords, ReplacesACutTitle) {
  digest::Paper first = paper("2302.02801", "LaMPP: language …");

  EXPECT_EQ(merge_records(first, paper("2302.02801", "LaMPP: Language Models as Priors")),
            (std::vector<std::string>{"title"}));
  EXPECT_EQ(first.title, "LaMPP: Language Models as Priors");
  EXPECT_TRUE(merge_records(first, paper("2302.02801", "LaMPP")).empty());
}

TEST(MergeRecords, KeepsRankSectionAndSourceOfTheFirst) {
  digest::Paper first = paper("2302.02801", "LaMPP");
  first.section = digest::Section::also;
  first.source = {"a.txt", 1, 2};
  digest::Paper later = paper("2302.02801", "LaMPP");
  later.rank = 1;
  later.source = {"b.txt", 3, 4};
  const digest::Paper before = first;

  merge_records(first, later);

  EXPECT_EQ(first, before);
}

TEST(MergeRecords, AddsOnlyNewLinks) {
  digest::Paper first = paper("2302.02801", "LaMPP");
  first.links = {{"code", "https://example.org/code"}};
  digest::Paper later = first;
  later.links = {{"github", "https://example.org/code"}, {"slides", "https://example.org/s"}};

  merge_records(first, later);

  EXPECT_EQ(first.links, (std::vector<digest::Link>{{"code", "https://example.org/code"},
                                                    {"slides", "https://example.org/s"}}));
}

}  // namespace
