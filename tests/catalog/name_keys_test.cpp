#include "catalog/name_keys.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using catalog::author_key;
using catalog::institution_key;

/// Spellings in one line share a key.
const std::vector<std::vector<const char*>> kOneKey = {
    {"A K. Lampinen", "A K Lampinen", "A.K.  Lampinen", "A. K. LAMPINEN", "a k lampinen"},
    {"J.-B. Alayrac", "J-B Alayrac", "J B Alayrac", "J.B. Alayrac", "J‐B Alayrac", "J–B. Alayrac"},
    {"JasonD. Lee", "Jason D. Lee", "Jason D Lee", "JasonD Lee"},
    {"B SCHÖLKOPF", "B Schölkopf", "B Scho\u0308lkopf", "B. Schölkopf"},
    {"B O'Donoghue", "B O’Donoghue", "B OʼDonoghue"},
    {"K Roe, Jr.", "K Roe Jr.", "K. Roe Jr"},
    {"Jean-Luc Picot", "Jean‑Luc Picot", "Jean‐Luc PICOT"},
    {"张三", "张 三", "张　三"},
    {"Ｌi Wei", "Li Wei"},
    {"H v Hasselt", "H. v. Hasselt", "H v. Hasselt"},
    {"Ludwig van der Berg", "Ludwig  Van Der Berg"},
    {"S. M. A Eslami", "S M A Eslami", "S.M.A. Eslami"},
};

/// No two of these do.
const std::vector<const char*> kApart = {
    "B Schölkopf", "B Scholkopf", "Jean-Luc Picot", "Jean Luc Picot", "J Li",
    "Jie Li",      "Jun Li",      "JL Picot",       "J L Picot",      "LeCun Yann",
    "Yann LeCun",  "Y LeCun",     "Y Le Cun",       "K Roe",          "K Roe Jr.",
    "K Roe III",   "张三",        "三张",           "A McDonald",     "A Mc Donald"};

TEST(AuthorKey, IsOneForTheSpellingsOfANameString) {
  for (const std::vector<const char*>& spellings : kOneKey) {
    for (const char* const spelling : spellings) {
      EXPECT_EQ(author_key(spelling), author_key(spellings.front())) << spelling;
    }
  }
}

TEST(AuthorKey, IsAnotherForEveryOtherName) {
  for (std::size_t i = 0; i < kApart.size(); ++i) {
    for (std::size_t j = i + 1; j < kApart.size(); ++j) {
      EXPECT_NE(author_key(kApart[i]), author_key(kApart[j])) << kApart[i] << ", " << kApart[j];
    }
  }
}

/// Keys make addresses: a change here breaks links.
TEST(AuthorKey, IsStable) {
  EXPECT_EQ(author_key("A K. Lampinen"), "a k lampinen");
  EXPECT_EQ(author_key("J.-B. Alayrac"), "j b alayrac");
  EXPECT_EQ(author_key("JasonD. Lee"), "jason d lee");
  EXPECT_EQ(author_key("B SCHÖLKOPF"), "b schölkopf");
  EXPECT_EQ(author_key("K Roe, Jr."), "k roe jr");
  EXPECT_EQ(author_key("Jean-Luc Picot"), "jean-luc picot");
  EXPECT_EQ(author_key("."), ".");
  EXPECT_EQ(author_key(""), "");
}

TEST(InstitutionKey, IgnoresCaseBlanksAndTheAbbreviationOfUniversity) {
  EXPECT_EQ(institution_key("MIT  CSAIL"), "mit csail");
  EXPECT_EQ(institution_key("ＭＩＴ CSAIL"), "mit csail");
  for (const char* const spelling : {"Univ. of X", "Univ of X", "UNIV. OF X", "University  of X"}) {
    EXPECT_EQ(institution_key(spelling), "university of x") << spelling;
  }
  EXPECT_EQ(institution_key("X Univ., Y"), "x university, y");
}

TEST(InstitutionKey, JoinsNothingElse) {
  const std::vector<const char*> apart = {"University of X",
                                          "X University",
                                          "The University of X",
                                          "Universal X",
                                          "Unive. of X",
                                          "Inst. of X",
                                          "Institute of X",
                                          "A&M",
                                          "A & M",
                                          "AT&T",
                                          "St. X",
                                          "St X"};
  for (std::size_t i = 0; i < apart.size(); ++i) {
    for (std::size_t j = i + 1; j < apart.size(); ++j) {
      EXPECT_NE(institution_key(apart[i]), institution_key(apart[j]))
          << apart[i] << ", " << apart[j];
    }
  }
}

}  // namespace
