#include "catalog/build_catalog.hpp"

#include "catalog/sample_digests.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using catalog::build_catalog;
using catalog::Taxonomy;
using catalog_test::codes_of;
using catalog_test::digest_of;
using catalog_test::ids_of;
using catalog_test::paper;
using catalog_test::paper_in;

std::vector<digest::Digest> sample_digests() {
  std::vector<digest::Digest> digests = {
      digest_of("2023-02-09", "2023-02-09", {paper_in("2302.3", "LG"), paper_in("2302.1", "LG")}),
      digest_of("2023-02-08", "2023-02-08", {paper_in("2302.1", "LG"), paper_in("2302.2", "CV")}),
      digest_of("notes", "", {paper_in("doi:1", "XX"), paper_in("doi:1", "XX")}),
      digest_of("2023-02-08", "2023-02-08", {paper("2302.2", "Something Else Entirely")})};
  digests[3].file = "content/more/2023-02-08.txt";
  digests[3].papers[0].source.file = digests[3].file;
  return digests;
}

TEST(BuildCatalog, OfNothingIsEmpty) {
  const auto [catalog, said] = build_catalog({}, {});

  EXPECT_EQ(catalog, catalog::Catalog());
  EXPECT_TRUE(said.empty());
}

TEST(BuildCatalog, RunsAllPasses) {
  const auto [catalog, said] = build_catalog(sample_digests(), {});

  std::vector<catalog::PaperIndex> all;
  for (std::uint32_t i = 0; i < catalog.papers.size(); ++i) {
    all.push_back({i});
  }
  EXPECT_EQ(ids_of(catalog, all),
            (std::vector<std::string>{"2302.1", "2302.2", "2302.2~2", "2302.3", "doi:1"}));
  EXPECT_EQ(catalog.papers[0].appearances.size(), 2U);
  EXPECT_EQ(catalog.papers[0].next, catalog::PaperIndex{1});
  EXPECT_EQ(catalog.digests.size(), 4U);
  EXPECT_EQ(catalog.digests[3].head.name, "notes");
  EXPECT_EQ(catalog.months.size(), 1U);
  EXPECT_EQ(catalog.months[0].paper_count, 4U);
  EXPECT_EQ(catalog.years.size(), 1U);
  EXPECT_EQ(catalog.terms_of(Taxonomy::category).size(), 3U);
  EXPECT_EQ(catalog.merges.size(), 2U);
}

TEST(BuildCatalog, ReportsAllThatIsWrongAndGoesOn) {
  EXPECT_EQ(codes_of(build_catalog(sample_digests(), {}).diagnostics),
            (std::vector<std::string>{"catalog/digest-name-clash", "catalog/identity-conflict",
                                      "catalog/repeated-paper", "catalog/unknown-category"}));
}

TEST(BuildCatalog, DoesNotDependOnTheOrderOfDigests) {
  std::vector<digest::Digest> digests = sample_digests();
  const catalog::Catalog expected = build_catalog(digests, {}).value;

  std::ranges::sort(digests, {}, &digest::Digest::file);
  do {
    EXPECT_EQ(build_catalog(digests, {}).value, expected);
  } while (std::ranges::next_permutation(digests, {}, &digest::Digest::file).found);
}

TEST(BuildCatalog, MovesRecords) {
  std::vector<digest::Digest> digests = {digest_of("a", "2023-02-08", {paper("1", "One")})};
  digests[0].papers[0].abstract = std::string(1000, 'x');
  const char* const bytes = digests[0].papers[0].abstract.data();

  const catalog::Catalog catalog = build_catalog(std::move(digests), {}).value;

  EXPECT_EQ(catalog.papers[0].record.abstract.data(), bytes);
}

}  // namespace
