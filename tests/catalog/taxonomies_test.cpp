#include "catalog/taxonomies.hpp"

#include "catalog/merge_duplicates.hpp"
#include "catalog/sample_digests.hpp"
#include "catalog/sort_digests.hpp"

#include <gtest/gtest.h>

namespace {

using catalog::Taxonomy;
using catalog::TermIndex;
using catalog_test::codes_of;
using catalog_test::digest_of;
using catalog_test::ids_of;
using catalog_test::names_of;
using catalog_test::paper_by;
using catalog_test::paper_in;
using catalog_test::slugs_of;

diagnostics::Reported<catalog::Catalog> classified(std::vector<digest::Digest> digests,
                                                   const catalog::CatalogOptions& options = {}) {
  return catalog::add_taxonomies(
      catalog::merge_duplicates(catalog::sort_digests(std::move(digests))).value, options);
}

TEST(AddTaxonomies, JoinsSpellingsOfOneNameUnderTheFirst) {
  const catalog::Catalog catalog =
      classified({digest_of("a", "2023-02-08", {paper_by("1", {"A K. Lampinen", "J Andreas"})}),
                  digest_of("b", "2023-02-09", {paper_by("2", {"A K Lampinen"})})})
          .value;

  const std::vector<catalog::Term>& authors = catalog.terms_of(Taxonomy::author);
  EXPECT_EQ(names_of(authors), (std::vector<std::string>{"A K. Lampinen", "J Andreas"}));
  EXPECT_EQ(slugs_of(authors), (std::vector<std::string>{"a-k-lampinen", "j-andreas"}));
  EXPECT_EQ(ids_of(catalog, authors[0].papers), (std::vector<std::string>{"2", "1"}));
  EXPECT_EQ(catalog.papers[1].authors, std::vector{TermIndex{0}});
}

TEST(AddTaxonomies, CountsANameOnceThatAPaperHasTwice) {
  const catalog::Catalog catalog =
      classified({digest_of("a", "2023-02-08", {paper_by("1", {"Y Li", "W Chen", "Y Li"})})}).value;

  const std::vector<catalog::Term>& authors = catalog.terms_of(Taxonomy::author);
  ASSERT_EQ(authors.size(), 2U);
  EXPECT_EQ(authors[1].name, "Y Li");
  EXPECT_EQ(authors[1].papers.size(), 1U);
  EXPECT_EQ(catalog.papers[0].authors, (std::vector{TermIndex{1}, TermIndex{0}, TermIndex{1}}));
}

TEST(AddTaxonomies, ListsPapersNewestDigestFirstThenInItsOrder) {
  const catalog::Catalog catalog =
      classified({digest_of("a", "2023-02-08", {paper_by("1", {"X"}), paper_by("2", {"X"})}),
                  digest_of("b", "2023-02-09",
                            {paper_by("3", {"X"}), paper_by("1", {"X"}), paper_by("4", {"X"})}),
                  digest_of("c", "", {paper_by("5", {"X"})})})
          .value;

  EXPECT_EQ(ids_of(catalog, catalog.terms_of(Taxonomy::author)[0].papers),
            (std::vector<std::string>{"3", "4", "1", "2", "5"}));
}

TEST(AddTaxonomies, KnowsInstitutions) {
  digest::Paper paper = paper_by("1", {});
  paper.affiliations = {"MIT CSAIL", "哈尔滨工业大学"};

  const catalog::Catalog catalog = classified({digest_of("a", "2023-02-08", {paper})}).value;

  EXPECT_EQ(slugs_of(catalog.terms_of(Taxonomy::institution)),
            (std::vector<std::string>{"mit-csail", "哈尔滨工业大学"}));
  EXPECT_EQ(catalog.papers[0].institutions, (std::vector{TermIndex{0}, TermIndex{1}}));
}

TEST(AddTaxonomies, NamesCategories) {
  const auto [catalog, said] = classified({digest_of(
      "a", "2023-02-08",
      {paper_in("1", "LG"), paper_in("2", "cs.RO"), paper_in("3", "lg"), paper_in("4", "")})});

  const std::vector<catalog::Term>& categories = catalog.terms_of(Taxonomy::category);
  EXPECT_TRUE(said.empty());
  EXPECT_EQ(names_of(categories), (std::vector<std::string>{"机器人", "机器学习"}));
  EXPECT_EQ(slugs_of(categories), (std::vector<std::string>{"cs-ro", "lg"}));
  EXPECT_EQ(categories[0].code, "cs.RO");
  EXPECT_EQ(categories[1].code, "LG");
  EXPECT_EQ(categories[1].arxiv, "cs.LG");
  EXPECT_EQ(categories[1].papers.size(), 2U);
  EXPECT_EQ(catalog.papers[0].category, TermIndex{1});
  EXPECT_EQ(catalog.papers[3].category, std::nullopt);
}

TEST(AddTaxonomies, ReportsAnUnknownCategoryOnceAndKeepsIt) {
  const auto [catalog, said] =
      classified({digest_of("b", "2023-02-09", {paper_in("2", "ZZ")}),
                  digest_of("a", "2023-02-08", {paper_in("1", "LG"), paper_in("3", "ZZ")})});

  ASSERT_EQ(codes_of(said), std::vector<std::string>{"catalog/unknown-category"});
  EXPECT_EQ(said[0].severity, diagnostics::Severity::warning);
  EXPECT_EQ(said[0].where, (diagnostics::Location{"content/a.txt", 20, 0}));
  EXPECT_EQ(said[0].message, "no legend says what the category \"ZZ\" is");
  EXPECT_EQ(said[0].remedy, "name it in site.yaml, under \"categories:\"");
  EXPECT_EQ(catalog.terms_of(Taxonomy::category)[1].name, "ZZ");
  EXPECT_EQ(catalog.terms_of(Taxonomy::category)[1].slug, "zz");
}

}  // namespace
