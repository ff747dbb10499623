#include "render/term_statistics.hpp"

#include "small_site.hpp"

#include <gtest/gtest.h>

namespace {

TEST(CountTerms, CountsEachPaperOnceAndSortsByCount) {
  digest::Paper twice = make_paper("2302.00001", "A");
  twice.authors = {"J Wei", "J Wei", "D Zhou"};
  digest::Paper once = make_paper("2302.00002", "B");
  once.authors = {"D Zhou"};
  const auto site = make_site({make_digest("a", {2023, 2, 8}, {twice, once})});

  const auto counts =
      render::count_terms(site->catalog(), {{0}, {1}}, catalog::Taxonomy::author, 10);

  ASSERT_EQ(counts.size(), 2U);
  EXPECT_EQ(site->catalog().terms_of(catalog::Taxonomy::author)[counts[0].term.value].name,
            "D Zhou");
  EXPECT_EQ(counts[0].count, 2U);
  EXPECT_EQ(counts[1].count, 1U);
}

TEST(MostLinked, PutsMostFirstAndLeavesOutWhatNothingLeadsTo) {
  std::vector<digest::Paper> papers;
  for (int i = 1; i <= 4; ++i) {
    papers.push_back(make_paper("2302.0000" + std::to_string(i), "T" + std::to_string(i)));
  }
  const auto site = make_site({make_digest("a", {2023, 2, 8}, papers)});
  catalog::Catalog catalog = site->catalog();
  const std::vector<std::uint32_t> counts = {1, 3, 3, 0};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    catalog.papers[i].linked_from = counts[i];
  }

  using Papers = std::vector<catalog::PaperIndex>;
  EXPECT_EQ(render::most_linked(catalog, {{3}, {0}, {2}, {1}}, 5), (Papers{{2}, {1}, {0}}));
  EXPECT_EQ(render::most_linked(catalog, {{0}, {1}, {2}}, 2), (Papers{{1}, {2}}));
}

TEST(CountMonths, FillsTheGaps) {
  const auto site = make_site({make_digest("a", {2022, 12, 8}, {make_paper("2212.00001", "A")}),
                               make_digest("b", {2023, 2, 8}, {make_paper("2302.00001", "B")}),
                               make_digest("c", {}, {make_paper("2302.00002", "C")})});

  const auto months = render::count_months(site->catalog(), {{0}, {1}, {2}});

  ASSERT_EQ(months.size(), 3U);
  EXPECT_EQ(months[1].year, 2023);
  EXPECT_EQ(months[1].month, 1);
  EXPECT_EQ(months[1].count, 0U);
  EXPECT_EQ(months[2].count, 1U);
}

}  // namespace
