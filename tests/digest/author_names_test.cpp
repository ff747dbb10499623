#include "digest/author_names.hpp"

#include "digest/format.hpp"
#include "digest/parse_table_format.hpp"

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

/// A list as people write it, the names in it, and whether it was cut.
struct Split {
  const char* list;
  std::vector<std::string_view> names;
  bool truncated = false;
};

const std::vector<Split> kSplits = {
    // Separators.
    {"Ann Bee and Carl Dee", {"Ann Bee", "Carl Dee"}},
    {"Ann Bee, Carl Dee, and Eve Fee", {"Ann Bee", "Carl Dee", "Eve Fee"}},
    {"Ann Bee & Carl Dee", {"Ann Bee", "Carl Dee"}},
    {"Ann Bee; Carl Dee；Eve Fee", {"Ann Bee", "Carl Dee", "Eve Fee"}},
    {"Ann Bee / Carl Dee", {"Ann Bee", "Carl Dee"}},
    {"Ann Bee，Carl Dee、Eve Fee", {"Ann Bee", "Carl Dee", "Eve Fee"}},
    {"Ann Bee,, Carl Dee,", {"Ann Bee", "Carl Dee"}},
    {"Sandy Anderson, Andy Landau", {"Sandy Anderson", "Andy Landau"}},
    // Marks of a cut list.
    {"Ann Bee et al.", {"Ann Bee"}, true},
    {"Ann Bee et al", {"Ann Bee"}, true},
    {"Ann Bee et.al.", {"Ann Bee"}, true},
    {"Ann Bee, et. al.", {"Ann Bee"}, true},
    {"Ann Bee, Carl Dee and others", {"Ann Bee", "Carl Dee"}, true},
    {"Ann Bee et al. ...", {"Ann Bee"}, true},
    {"Ann Bee, ..., Carl Dee", {"Ann Bee", "Carl Dee"}, true},
    {"Ann Bee, …", {"Ann Bee"}, true},
    {"张三、李四等", {"张三", "李四"}, true},
    {"张三等人", {"张三"}, true},
    {"...", {}, true},
    {"et al.", {}, true},
    {"Pascal Etal", {"Pascal Etal"}},
    // Names that nobody may take apart.
    {"JasonD. Lee, S. M. A Eslami", {"JasonD. Lee", "S. M. A Eslami"}},
    {"Ludwig van der Berg, Ana de la Rosa, Otto von Ast",
     {"Ludwig van der Berg", "Ana de la Rosa", "Otto von Ast"}},
    {"K Roe, Jr., Ann Bee", {"K Roe, Jr.", "Ann Bee"}},
    {"K Roe, III, Ann Bee", {"K Roe, III", "Ann Bee"}},
    {"Eric Nee, 3rd", {"Eric Nee, 3rd"}},
    {"K Roe Jr., Ann Bee", {"K Roe Jr.", "Ann Bee"}},
    {"Shu (Sophie) Wei", {"Shu (Sophie) Wei"}},
    {"‘Ōiwi Parker, Çağlar Ün", {"‘Ōiwi Parker", "Çağlar Ün"}},
    {"D’Arcy Fee, B O'Dee", {"D’Arcy Fee", "B O'Dee"}},
    {"Plato", {"Plato"}},
    // Chinese names.
    {"张三、李四", {"张三", "李四"}},
    {"张三 李四 欧阳小明", {"张三", "李四", "欧阳小明"}},
    {"张 三", {"张 三"}},
    {"张三, Wei Li", {"张三", "Wei Li"}},
    // Affiliation marks.
    {"Ann Bee*, Carl Dee†, Eve Fee‡", {"Ann Bee", "Carl Dee", "Eve Fee"}},
    {"Ann Bee¹, Carl Dee¹², Eve Fee¹ ²", {"Ann Bee", "Carl Dee", "Eve Fee"}},
    {"Ann Bee1, Carl Dee2,3, Eve Fee 1", {"Ann Bee", "Carl Dee", "Eve Fee"}},
    {"Ann Bee(1), Carl Dee (1,2)", {"Ann Bee", "Carl Dee"}},
    {"Ann Bee{1,2}, Carl Dee[a, *]", {"Ann Bee", "Carl Dee"}},
    {"Ann Bee$^{1,2}$, Carl Dee^1, Eve Fee^{*}", {"Ann Bee", "Carl Dee", "Eve Fee"}},
    {"*Ann Bee, ¹Carl Dee, (2) Eve Fee", {"Ann Bee", "Carl Dee", "Eve Fee"}},
    {"Ann Bee*†, *", {"Ann Bee"}},
    {"", {}},
};

TEST(SplitAuthors, ReadsListsAsPeopleWriteThem) {
  const digest::NameMarks usual = digest::usual_name_marks();
  for (const Split& split : kSplits) {
    const digest::NameList list = digest::split_authors(split.list, usual);
    EXPECT_EQ(list.names, split.names) << split.list;
    EXPECT_EQ(list.truncated, split.truncated) << split.list;
  }
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

TEST(IsCutName, JoinsHalvesOfNames) {
  const auto is_cut = [](std::string_view line, std::string_view next) {
    return digest::is_cut_name(line, next, marks().author_separators);
  };
  EXPECT_TRUE(is_cut("Ada Bee, Cyrus", "Dee, Eve Eff"));
  EXPECT_TRUE(is_cut("Ada Bee, Cyrus van", "Dee"));
  EXPECT_FALSE(is_cut("Ada Bee, Cyrus Dee,", "Eve"));
  EXPECT_FALSE(is_cut("Ada Bee, Cyrus Dee", "Eve Eff, Gus Gee")) << "a comma is lost, no name cut";
  EXPECT_FALSE(is_cut("Ada", "Cyrus")) << "a name a line";
  EXPECT_TRUE(is_cut("张三、李", "四、王五"));
  EXPECT_FALSE(is_cut("张三、李四", "王五、赵六"));
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
  EXPECT_EQ(cut("Adding Conditional ControlJ.-B. Roux, K Bee"), "J.-B. Roux, K Bee");
}

TEST(FindNameList, LeavesTitlesAlone) {
  for (const char* title : {"Developing, Evaluating and Scaling Learning Agents",
                            "Methods, Behaviors, and Lessons", "A Survey", "Vitamin D Deficiency",
                            "Layer Freezing & Data Sieving", "Survey of BERT Models"}) {
    EXPECT_EQ(cut(title), "") << title;
  }
}

}  // namespace
