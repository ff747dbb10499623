#include "enrich/agreeing_authors.hpp"

#include <gtest/gtest.h>

namespace {

using enrich::completed_authors;
using enrich::KnownAuthor;
using enrich::name_agrees;

const std::vector<KnownAuthor> kKnown = {
    {"Lucy", "Okafor"}, {"Min-Jae", "Tan"}, {"Sam", "van Dijk"}};

TEST(AgreeingAuthors, AreKnownByFamilyNameAndFirstLetter) {
  EXPECT_TRUE(name_agrees("L Okafor", {"Lucy", "Okafor"}));
  EXPECT_TRUE(name_agrees("S v Dijk", {"Sam", "van Dijk"}));
  EXPECT_TRUE(name_agrees("S. M. A Eslami", {"S. M. Ali", "Eslami"}));
  EXPECT_TRUE(name_agrees("B Celik", {"Burak", "Çelik"}));
  EXPECT_TRUE(name_agrees("JasonD. Lee", {"Jason D.", "Lee"}));
  EXPECT_TRUE(name_agrees("J King Jr.", {"John", "King Jr"}));
  EXPECT_TRUE(name_agrees("Lakeside Collaboration", {"", "Lakeside Collaboration"}));
  EXPECT_FALSE(name_agrees("L Okafor", {"Mary", "Okafor"}));
  EXPECT_FALSE(name_agrees("L Okafor", {"Lucy", "Okafo"}));
  EXPECT_FALSE(name_agrees("", {"Lucy", "Okafor"}));
}

TEST(AgreeingAuthors, HaveInitialsOnlyWhereNoGivenNameIsWhole) {
  for (const char* const name :
       {"L Okafor", "M J. Tan", "S C.Y. Chan", "H v Hasselt", "J-P Morel"}) {
    EXPECT_TRUE(enrich::has_initials_only(name)) << name;
  }
  for (const char* const name : {"Lucy Okafor", "Li B", "Okafor", "JasonD. Lee", "李明"}) {
    EXPECT_EQ(enrich::has_initials_only(name), false) << name;
  }
}

TEST(AgreeingAuthors, GiveFullNamesWhereTheWholeListAgrees) {
  const auto full =
      completed_authors({{"L Okafor", "Minja Tan", "S v Dijk"}, false}, kKnown, false);

  ASSERT_TRUE(full);
  EXPECT_EQ(full->names, (std::vector<std::string>{"Lucy Okafor", "Minja Tan", "Sam van Dijk"}));
  EXPECT_FALSE(completed_authors({{"L Okafor", "M Tan"}, false}, kKnown, false));
  EXPECT_FALSE(completed_authors({{"L Okafor", "M Tan", "S Smith"}, false}, kKnown, false));
  EXPECT_FALSE(
      completed_authors({{"Lucy Okafor", "Min-Jae Tan", "Sam Dijk"}, false}, kKnown, false));
}

TEST(AgreeingAuthors, CompleteAListThatWasCut) {
  const auto whole = completed_authors({{"L Okafor"}, true}, kKnown, false);

  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->names, (std::vector<std::string>{"Lucy Okafor", "Min-Jae Tan", "Sam van Dijk"}));
  EXPECT_FALSE(whole->truncated);
  EXPECT_FALSE(completed_authors({{"M Okafor"}, true}, kKnown, false));
  EXPECT_TRUE(completed_authors({{"L Okafor"}, true}, kKnown, true)->truncated);
  EXPECT_EQ(completed_authors({}, kKnown, false)->names.size(), 3U);
}

}  // namespace
