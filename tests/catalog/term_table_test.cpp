#include "catalog/term_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace {

using catalog::PaperIndex;
using catalog::TermIndex;
using catalog::unique_slugs;

TEST(UniqueSlugs, AreReadable) {
  EXPECT_EQ(unique_slugs(std::vector<std::string>{"j andreas", "哈工大", "mit csail"}),
            (std::vector<std::string>{"j-andreas", "哈工大", "mit-csail"}));
}

TEST(UniqueSlugs, GetAHashWhereTheyWouldBeEmptyOrEqual) {
  const std::vector<std::string> slugs =
      unique_slugs(std::vector<std::string>{"zürich", "+++", "zurich", "***"});

  EXPECT_EQ(slugs[2], "zurich");
  EXPECT_TRUE(slugs[0].starts_with("zurich-"));
  EXPECT_EQ(slugs[0].size(), std::string("zurich-").size() + 6);
  EXPECT_EQ(slugs[1].size(), 6U);
  EXPECT_NE(slugs[1], slugs[3]);
}

TEST(UniqueSlugs, DoNotDependOnTheOrderOfKeys) {
  std::vector<std::string> keys = {"a b", "a-b", "a.b", "á b", "x", "++", "--"};
  const std::vector<std::string> slugs = unique_slugs(keys);
  std::map<std::string, std::string> slug_of_key;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    slug_of_key[keys[i]] = slugs[i];
  }

  EXPECT_EQ(std::set<std::string>(slugs.begin(), slugs.end()).size(), keys.size());
  std::ranges::sort(keys);
  do {
    const std::vector<std::string> again = unique_slugs(keys);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      ASSERT_EQ(again[i], slug_of_key[keys[i]]);
    }
  } while (std::ranges::next_permutation(keys).found);
}

TEST(UniqueSlugs, OfAKeyThatLooksLikeAHashedSlugStaysItsOwn) {
  const std::string hashed = unique_slugs(std::vector<std::string>{"a b", "a-b"})[1];

  const std::vector<std::string> slugs =
      unique_slugs(std::vector<std::string>{"a b", "a-b", hashed});

  EXPECT_EQ(slugs[2], hashed);
  EXPECT_NE(slugs[1], hashed);
  EXPECT_TRUE(slugs[1].starts_with("a-b-"));
}

TEST(TermTable, KeepsTheFirstNameAndSortsBySlug) {
  catalog::TermTable table;
  const TermIndex second = table.find_or_add("b", "B");
  const TermIndex first = table.find_or_add("a", "A");
  table.list_paper(table.find_or_add("b", "other spelling"), PaperIndex{0});
  table.list_paper(second, PaperIndex{0});
  table.list_paper(second, PaperIndex{3});

  const auto [terms, new_indexes] = std::move(table).take_sorted_by_slug();

  ASSERT_EQ(terms.size(), 2U);
  EXPECT_EQ(terms[1].name, "B");
  EXPECT_EQ(terms[1].papers, (std::vector<PaperIndex>{{0}, {3}}));
  EXPECT_EQ(new_indexes[first.value], TermIndex{0});
  EXPECT_EQ(new_indexes[second.value], TermIndex{1});
}

}  // namespace
