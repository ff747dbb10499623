#include "catalog/paper_traits.hpp"

#include "catalog/merge_duplicates.hpp"
#include "catalog/sample_digests.hpp"
#include "catalog/taxonomies.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using catalog::PaperIndex;
using catalog::Trait;
using catalog_test::digest_of;
using catalog_test::paper;

/// Sixteen papers: two about penguins, one about a walrus, all about ice.
catalog::Catalog arctic() {
  std::vector<digest::Paper> papers;
  for (int i = 0; i < 16; ++i) {
    digest::Paper made = paper(std::to_string(i), i < 2 ? "Penguin glacier" : "Glacier");
    made.abstract_zh = i < 2 ? "企鹅与冰川" : "冰川";
    made.authors = {"A B", "Alone " + std::to_string(i), "A. B."};
    papers.push_back(made);
  }
  papers[0].title += " walrus";
  return catalog::add_taxonomies(
             catalog::merge_duplicates({digest_of("a", "2023-02-08", papers)}).value, {})
      .value;
}

TEST(Rarity, GrowsByTwoWithEachHalving) {
  EXPECT_EQ(catalog::rarity(16, 16), 0U);
  EXPECT_EQ(catalog::rarity(16, 20), 0U);
  EXPECT_EQ(catalog::rarity(16, 8), 2U);
  EXPECT_EQ(catalog::rarity(16, 2), 6U);
  EXPECT_EQ(catalog::rarity(0, 0), 0U);
}

TEST(Rarity, HasAnUpperBound) {
  EXPECT_EQ(catalog::rarity(1'000'000, 1), 20U);
  EXPECT_EQ(catalog::rarity(1'000'000, 900), 20U);
  EXPECT_LT(catalog::rarity(1'000'000, 2000), 20U);
}

TEST(TraitsOf, AreWordsAndAuthorsThatAnotherPaperHasToo) {
  const catalog::Catalog catalog = arctic();
  const catalog::WordFrequencies frequencies =
      catalog::count_words(catalog, catalog::for_each_in_turn);

  const std::vector<Trait> traits = catalog::traits_of(catalog, PaperIndex{0}, frequencies);

  // Not the glacier, which all have; not the walrus, which no other has.
  ASSERT_EQ(traits.size(), 3U);
  EXPECT_EQ(traits[0].kind, Trait::Kind::word);
  EXPECT_EQ(catalog::spelling_at(catalog.papers[0].record, traits[0].place), "penguin");
  EXPECT_EQ(traits[1].kind, Trait::Kind::chinese_pair);
  EXPECT_EQ(catalog::spelling_at(catalog.papers[0].record, traits[1].place), "企鹅");
  EXPECT_GT(traits[0].weight, traits[1].weight);
  EXPECT_EQ(traits[2].kind, Trait::Kind::author);
  EXPECT_EQ(traits[2].place, 0U);
}

TEST(TraitsOf, AreBoundedForEachPaper) {
  std::vector<digest::Paper> papers(8);
  for (std::size_t i = 0; i < papers.size(); ++i) {
    papers[i] = paper(std::to_string(i), "Title " + std::to_string(i));
    for (int word = 0; i < 2 && word < 100; ++word) {
      papers[i].abstract += "english" + std::to_string(word) + "word ";
      papers[i].authors.push_back("Author " + std::to_string(word));
    }
    papers[i].abstract_zh = i < 2 ? "春夏秋冬东南西北天地人间" : "";
  }
  const catalog::Catalog catalog =
      catalog::add_taxonomies(
          catalog::merge_duplicates({digest_of("a", "2023-02-08", papers)}).value, {})
          .value;

  const std::vector<Trait> traits = catalog::traits_of(
      catalog, PaperIndex{0}, catalog::count_words(catalog, catalog::for_each_in_turn));

  EXPECT_EQ(std::ranges::count(traits, Trait::Kind::word, &Trait::kind), 12);
  EXPECT_EQ(std::ranges::count(traits, Trait::Kind::chinese_pair, &Trait::kind), 8);
  EXPECT_EQ(std::ranges::count(traits, Trait::Kind::author, &Trait::kind), 32);
}

}  // namespace
