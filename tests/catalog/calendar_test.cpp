#include "catalog/calendar.hpp"

#include "catalog/merge_duplicates.hpp"
#include "catalog/sample_digests.hpp"
#include "catalog/sort_digests.hpp"

#include <gtest/gtest.h>

namespace {

using catalog::DigestIndex;
using catalog_test::digest_of;
using catalog_test::paper;

catalog::Catalog dated(std::vector<digest::Digest> digests) {
  return catalog::add_calendar(
      catalog::merge_duplicates(catalog::sort_digests(std::move(digests))).value);
}

TEST(AddCalendar, CountsEachPaperOnceAMonthAndOnceAYear) {
  const catalog::Catalog catalog =
      dated({digest_of("a", "2022-12-31", {paper("1", "One")}),
             digest_of("b", "2023-02-08", {paper("1", "One"), paper("2", "Two")}),
             digest_of("c", "2023-02-09", {paper("2", "Two"), paper("3", "Three")}),
             digest_of("d", "2023-02", {paper("4", "Four"), paper("4", "Four")}),
             digest_of("e", "2023-03-01", {paper("2", "Two")}),
             digest_of("f", "", {paper("5", "Five")})});

  const std::vector<catalog::Month> months = {
      {.year = 2022, .month = 12, .digests = {DigestIndex{0}}, .paper_count = 1},
      {.year = 2023,
       .month = 2,
       .digests = {DigestIndex{1}, DigestIndex{2}, DigestIndex{3}},
       .paper_count = 4},
      {.year = 2023, .month = 3, .digests = {DigestIndex{4}}, .paper_count = 1}};
  const std::vector<catalog::Year> years = {{.year = 2022, .months = {0}, .paper_count = 1},
                                            {.year = 2023, .months = {1, 2}, .paper_count = 4}};
  EXPECT_EQ(catalog.months, months);
  EXPECT_EQ(catalog.years, years);
}

TEST(AddCalendar, CountsADigestOfAYearInNoMonth) {
  digest::Digest digest = digest_of("a", "", {paper("1", "One")});
  digest.date = {.year = 1979};

  const catalog::Catalog catalog = dated({digest});

  EXPECT_TRUE(catalog.months.empty());
  EXPECT_EQ(catalog.years,
            (std::vector<catalog::Year>{{.year = 1979, .months = {}, .paper_count = 1}}));
}

}  // namespace
