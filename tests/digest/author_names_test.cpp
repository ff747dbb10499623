#include "digest/author_names.hpp"

#include "digest/format.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace {

using testing::ElementsAre;

const digest::NameMarks& marks() {
  return std::ranges::find(digest::builtin_formats(), "key_points", &digest::Format::name)->names;
}

TEST(SplitAuthors, KeepsNamesAsTheyAre) {
  const digest::NameList list = digest::split_authors(
      "B Z. Li, S C.Y. Chan,S. M. A Eslami，H v Hasselt, JasonD. Lee, B O'Donoghue", marks());

  EXPECT_THAT(list.names, ElementsAre("B Z. Li", "S C.Y. Chan", "S. M. A Eslami", "H v Hasselt",
                                      "JasonD. Lee", "B O'Donoghue"));
  EXPECT_FALSE(list.truncated);
}

TEST(SplitAuthors, TakesTheMarkOfACutListForNoName) {
  for (const char* text : {"A Bee, C Dee...", "A Bee, C Dee…", "A Bee, C Dee……",
                           "A Bee, C Dee, ...", "A Bee, C Dee et al.", "A Bee, C Dee, et al"}) {
    const digest::NameList list = digest::split_authors(text, marks());
    EXPECT_THAT(list.names, ElementsAre("A Bee", "C Dee")) << text;
    EXPECT_TRUE(list.truncated) << text;
  }
}

TEST(SplitAuthors, KeepsDoublesAndSuffixes) {
  const digest::NameList list = digest::split_authors("Y Zhu, M Seo, Y Zhu, K Roe, Jr.", marks());

  EXPECT_THAT(list.names, ElementsAre("Y Zhu", "M Seo", "Y Zhu", "K Roe, Jr."));
}

TEST(SplitAffiliations, SplitsAtTheAmpersandWithBlanksRoundIt) {
  const digest::NameList list =
      digest::split_affiliations("AT&T Labs & Texas A&M University & ...", marks());

  EXPECT_THAT(list.names, ElementsAre("AT&T Labs", "Texas A&M University"));
  EXPECT_TRUE(list.truncated);
}

TEST(LooksLikeNames, TellsNamesFromSentences) {
  for (const char* names : {"A Bee, C Dee", "D Blei", "Anna Bee, Carl van der Dee", "É Roux…",
                            "A Bee, C Dee Jr., J-P Morel"}) {
    EXPECT_TRUE(digest::looks_like_names(names, marks())) << names;
  }
  for (const char* other : {"We count, and we err.", "Abstract", "", "Counting, slowly",
                            "This is a sentence without commas that goes on"}) {
    EXPECT_FALSE(digest::looks_like_names(other, marks())) << other;
  }
}

/// `title`, then the list that find_name_list cuts off.
std::string cut(std::string_view text) {
  const auto start = digest::find_name_list(text, 0, marks());
  return start ? std::string(text.substr(*start)) : "";
}

TEST(FindNameList, FindsTheListThatEndsATitle) {
  EXPECT_EQ(cut("Priors for Perception and ActionB Z. Li, W Chen"), "B Z. Li, W Chen");
  EXPECT_EQ(cut("Priors for Perception and Action B Z. Li, W Chen"), "B Z. Li, W Chen");
  EXPECT_EQ(cut("A Watermark for MachinesJ Kirch, T Gold..."), "J Kirch, T Gold...");
  EXPECT_EQ(cut("What Is Needed?J Yang, S Jain, B C. Wallace"), "J Yang, S Jain, B C. Wallace");
  EXPECT_EQ(cut("Counting, Slowly, and WellH v Berg, A Bee"), "H v Berg, A Bee");
  EXPECT_EQ(cut("Counting by ODEX Li, Y Wang"), "X Li, Y Wang");
  EXPECT_EQ(cut("Deep NetworksD Blei"), "D Blei");
}

TEST(FindNameList, LeavesTitlesAlone) {
  for (const char* title : {"Developing, Evaluating and Scaling Learning Agents",
                            "Methods, Behaviors, and Lessons", "A Survey", "Vitamin D Deficiency",
                            "Layer Freezing & Data Sieving", "Survey of BERT Models"}) {
    EXPECT_EQ(cut(title), "") << title;
  }
}

}  // namespace
