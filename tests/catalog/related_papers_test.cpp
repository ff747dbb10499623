#include "catalog/related_papers.hpp"

#include "catalog/merge_duplicates.hpp"
#include "catalog/sample_digests.hpp"
#include "catalog/taxonomies.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace {

using catalog::PaperIndex;
using catalog::Related;
using catalog::Taxonomy;
using catalog_test::digest_of;
using catalog_test::paper;

catalog::Catalog related(std::vector<digest::Paper> papers,
                         const catalog::CatalogOptions& options = {}) {
  return catalog::relate_papers(
      catalog::add_taxonomies(
          catalog::merge_duplicates({digest_of("a", "2023-02-08", std::move(papers))}).value,
          options)
          .value,
      options);
}

digest::Paper about(int id, const std::string& title, const std::string& title_zh = {},
                    std::vector<std::string> authors = {}) {
  digest::Paper made = paper(std::to_string(id), title);
  made.title_zh = title_zh;
  made.authors = std::move(authors);
  return made;
}

/// Papers that have nothing to do with anything, so that words of two papers are rare.
void add_strangers(std::vector<digest::Paper>& papers, int count) {
  for (int i = 0; i < count; ++i) {
    papers.push_back(about(1000 + i, "stranger" + std::to_string(i) + "x"));
  }
}

TEST(RelatePapers, BySharedWordsAndSaysWhich) {
  std::vector<digest::Paper> papers = {about(1, "Penguins on thin glaciers", "企鹅"),
                                       about(2, "The glacier and the BERT penguin", "企鹅"),
                                       about(3, "A penguin alone", "")};
  papers[0].abstract = "Weddell seals. BERT.";
  papers[1].abstract = "Weddell seals";
  add_strangers(papers, 20);

  const catalog::Catalog catalog = related(papers);

  ASSERT_EQ(catalog.papers[0].related.size(), 1U);
  EXPECT_EQ(catalog.papers[0].related[0].paper, PaperIndex{1});
  EXPECT_EQ(catalog.papers[0].related[0].shared_words,
            (std::vector<std::string>{"glaciers", "penguins", "BERT"}));
  EXPECT_EQ(catalog.papers[1].related[0].shared_words,
            (std::vector<std::string>{"glacier", "penguin", "BERT"}));
  EXPECT_TRUE(catalog.papers[2].related.empty()) << "one word is chance";
}

TEST(RelatePapers, ByChinesePairsWhereThereIsNoEnglish) {
  std::vector<digest::Paper> papers = {about(1, "", "企鹅的冰川"), about(2, "", "冰川和企鹅")};
  papers[0].title = "Aaa";
  papers[1].title = "Bbb";
  add_strangers(papers, 20);

  const catalog::Catalog catalog = related(papers);

  ASSERT_EQ(catalog.papers[0].related.size(), 1U);
  EXPECT_EQ(catalog.papers[0].related[0].shared_words, (std::vector<std::string>{"企鹅", "冰川"}));
}

TEST(RelatePapers, ByOneSharedAuthor) {
  std::vector<digest::Paper> papers = {about(1, "Glacier", "", {"W Chen", "J. Doe", "Y Li"}),
                                       about(2, "Volcano", "", {"Y Li", "J Doe", "X Ma"})};
  add_strangers(papers, 20);

  const catalog::Catalog catalog = related(papers);

  ASSERT_EQ(catalog.papers[0].related.size(), 1U);
  const Related& first = catalog.papers[0].related[0];
  ASSERT_EQ(first.shared_authors.size(), 2U);
  EXPECT_EQ(catalog.terms_of(Taxonomy::author)[first.shared_authors[0].value].name, "J. Doe");
  EXPECT_EQ(catalog.terms_of(Taxonomy::author)[first.shared_authors[1].value].name, "Y Li");
  EXPECT_TRUE(first.shared_words.empty());
}

TEST(RelatePapers, NearestFirstAndAtMostAsManyAsAskedFor) {
  std::vector<digest::Paper> papers = {about(1, "penguin glacier walrus"),
                                       about(2, "penguin glacier"), about(3, "penguin glacier"),
                                       about(4, "penguin glacier walrus")};
  add_strangers(papers, 30);
  catalog::CatalogOptions options;

  options.related_count = 2;
  const catalog::Catalog two = related(papers, options);
  options.related_count = 0;
  const catalog::Catalog none = related(papers, options);

  ASSERT_EQ(two.papers[0].related.size(), 2U);
  EXPECT_EQ(two.papers[0].related[0].paper, PaperIndex{3});
  EXPECT_EQ(two.papers[0].related[1].paper, PaperIndex{1});
  EXPECT_TRUE(none.papers[0].related.empty());
}

TEST(RelatePapers, CountsThePapersThatLeadToEach) {
  std::vector<digest::Paper> papers = {about(1, "penguin glacier walrus"),
                                       about(2, "penguin glacier"), about(3, "glacier walrus")};
  add_strangers(papers, 30);

  const catalog::Catalog catalog = related(papers);

  EXPECT_EQ(catalog.papers[0].linked_from, 2U);
  EXPECT_EQ(catalog.papers[1].linked_from, 1U) << "the third shares only one word with it";
  EXPECT_EQ(catalog.papers[3].linked_from, 0U);
}

TEST(RelatePapers, OlderFirstOfEquallyNear) {
  std::vector<digest::Paper> papers = {about(1, "penguin glacier walrus iceberg"),
                                       about(2, "walrus iceberg"), about(3, "penguin glacier")};
  add_strangers(papers, 30);

  const catalog::Catalog catalog = related(papers);

  ASSERT_EQ(catalog.papers[0].related.size(), 2U);
  EXPECT_EQ(catalog.papers[0].related[0].paper, PaperIndex{1});
  EXPECT_EQ(catalog.papers[0].related[1].paper, PaperIndex{2});
}

TEST(RelatePapers, LooksAtNearPapersOnlyWhereManyShareAWord) {
  std::vector<digest::Paper> papers;
  papers.reserve(2400);
  for (int i = 0; i < 400; ++i) {
    papers.push_back(about(i, "penguin glacier"));
  }
  add_strangers(papers, 2000);

  const catalog::Catalog catalog = related(papers);

  for (const std::size_t i : {0U, 200U, 399U}) {
    ASSERT_EQ(catalog.papers[i].related.size(), catalog::kRelatedCount);
    for (const Related& near : catalog.papers[i].related) {
      EXPECT_NE(near.paper.value, i);
      EXPECT_LT(near.paper.value < i ? i - near.paper.value : near.paper.value - i,
                catalog::kPapersPerTrait);
    }
  }
}

/// Each of several threads takes every so many-th call.
void for_each_on_threads(std::size_t count, const std::function<void(std::size_t)>& call) {
  constexpr std::size_t kThreads = 7;
  std::vector<std::thread> threads;
  for (std::size_t first = 0; first < kThreads; ++first) {
    threads.emplace_back([first, count, &call] {
      for (std::size_t i = first; i < count; i += kThreads) {
        call(i);
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
}

TEST(RelatePapers, IsTheSameOnManyThreads) {
  std::vector<digest::Paper> papers;
  for (int i = 0; i < 3000; ++i) {
    std::string title;
    for (int word = 0; word < 8; ++word) {
      title += "topic" + std::to_string(i * (word + 7) % (word * 31 + 11)) + "x ";
    }
    papers.push_back(about(i, title, "主题研究",
                           {"Author " + std::to_string(i % 97), "N " + std::to_string(i)}));
  }
  catalog::CatalogOptions on_threads;
  on_threads.for_each = for_each_on_threads;

  const catalog::Catalog serial = related(papers);

  EXPECT_GT(serial.papers[0].related.size(), 0U);
  EXPECT_EQ(serial, related(papers, on_threads));
}

}  // namespace
