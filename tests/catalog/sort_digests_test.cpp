#include "catalog/sort_digests.hpp"

#include "catalog/sample_digests.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using catalog_test::digest_of;
using catalog_test::paper;

digest::Paper on_arxiv(const std::string& arxiv_id) {
  digest::Paper made = paper(arxiv_id, "Title of " + arxiv_id);
  made.arxiv_id = arxiv_id;
  return made;
}

std::vector<std::string> names_in_order(std::vector<digest::Digest> digests) {
  std::vector<std::string> names;
  for (const digest::Digest& digest : catalog::sort_digests(std::move(digests))) {
    names.push_back(digest.name);
  }
  return names;
}

TEST(SortDigests, PutsDaysBeforeTheirMonthAndTheUndatedLast) {
  const std::vector<std::string> expected = {"day-3", "day-28", "month",  "next",
                                             "year",  "newer",  "undated"};
  std::vector<digest::Digest> digests = {digest_of("undated", ""),
                                         digest_of("month", "2023-02"),
                                         digest_of("day-28", "2023-02-28"),
                                         digest_of("next", "2023-03-01"),
                                         digest_of("day-3", "2023-02-03"),
                                         digest_of("newer", "2024-01-01"),
                                         digest_of("year", "")};
  digests.back().date = {.year = 2023};

  EXPECT_EQ(names_in_order(digests), expected);
  std::ranges::reverse(digests);
  EXPECT_EQ(names_in_order(digests), expected);
}

TEST(SortDigests, PutsMonthsByTheirNewestArxivNumberThenByName) {
  EXPECT_EQ(
      names_in_order({digest_of("a", "2023-02", {on_arxiv("2302.09000")}),
                      digest_of("b", "2023-02", {on_arxiv("2301.00009"), on_arxiv("2302.00001")}),
                      digest_of("d", "2023-02", {}), digest_of("c", "2023-02", {})}),
      (std::vector<std::string>{"c", "d", "b", "a"}));
}

TEST(SortDigests, PutsDigestsOfOneDayByNameWhateverTheirPapers) {
  EXPECT_EQ(names_in_order({digest_of("b", "2023-02-08", {on_arxiv("2302.00001")}),
                            digest_of("a", "2023-02-08", {on_arxiv("2302.09000")})}),
            (std::vector<std::string>{"a", "b"}));
}

TEST(NewestArxivSerial, KnowsTheOldNumbersAsOlder) {
  EXPECT_EQ(catalog::newest_arxiv_serial(
                digest_of("a", "", {on_arxiv("hep-th/9901001"), on_arxiv("math/0703001")})),
            "200703001");
  EXPECT_EQ(catalog::newest_arxiv_serial(
                digest_of("a", "", {on_arxiv("math/0703001"), on_arxiv("0704.0001")})),
            "200704.0001");
  EXPECT_EQ(catalog::newest_arxiv_serial(digest_of("a", "", {paper("doi:1", "x")})), "");
}

TEST(ReportNameClashes, NamesBothFiles) {
  std::vector<digest::Digest> digests = {digest_of("2023-02-08", "2023-02-08"),
                                         digest_of("2023-02-09", "2023-02-09"),
                                         digest_of("2023-02-08", "2023-02-08")};
  digests[2].file = "content/more/2023-02-08.txt";

  const std::vector<diagnostics::Diagnostic> said = catalog::report_name_clashes(digests);

  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said[0].code, "catalog/digest-name-clash");
  EXPECT_EQ(said[0].severity, diagnostics::Severity::error);
  EXPECT_EQ(said[0].where.path, "content/more/2023-02-08.txt");
  EXPECT_EQ(said[0].message,
            "the digest has the name \"2023-02-08\", as has content/2023-02-08.txt");
}

}  // namespace
