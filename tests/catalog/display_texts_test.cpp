#include "catalog/display_texts.hpp"

#include "catalog/build_catalog.hpp"
#include "catalog/sample_digests.hpp"

#include <gtest/gtest.h>

namespace {

using catalog_test::digest_of;
using catalog_test::paper_by;

catalog::CatalogPaper decoded(digest::Paper record) {
  catalog::CatalogPaper paper;
  paper.record = std::move(record);
  catalog::decode_texts(paper);
  return paper;
}

TEST(DecodeTexts, ShowsTextAndKeepsWhatWasWritten) {
  digest::Paper record = paper_by("1", {"Kurt G\\\"odel", "Ann Bee", "P. Erd\\H{o}s"});
  record.title = "{\\em Very} Big R\\&D";
  record.key_points = {"plain", "5\\% more"};
  record.abstract = "All of $x\\&y_1$ -- and more.";

  const catalog::CatalogPaper paper = decoded(record);

  EXPECT_EQ(paper.record.title, "Very Big R&D");
  EXPECT_EQ(paper.record.authors, (std::vector<std::string>{"Kurt Gödel", "Ann Bee", "P. Erdős"}));
  EXPECT_EQ(paper.record.key_points[1], "5% more");
  EXPECT_EQ(paper.record.abstract, "All of $x\\&y_1$ – and more.");
  EXPECT_EQ(paper.wordings.size(), 5U);
  EXPECT_EQ(catalog::record_as_written(paper), record);
}

TEST(DecodeTexts, MakesNoMathematicsOfText) {
  digest::Paper record = paper_by("1", {});
  record.title = "Prices in \\$x\\$ and {\\em more}";

  const catalog::CatalogPaper paper = decoded(record);

  EXPECT_EQ(paper.record.title, record.title);
  EXPECT_TRUE(paper.wordings.empty());
}

TEST(DecodeTexts, ComesBeforeNamesBecomeTerms) {
  const catalog::Catalog catalog =
      catalog::build_catalog(
          {digest_of("a", "2023-02-08",
                     {paper_by("1", {"K G\\\"odel"}), paper_by("2", {"K Gödel"})})},
          {})
          .value;

  ASSERT_EQ(catalog.terms_of(catalog::Taxonomy::author).size(), 1U);
  EXPECT_EQ(catalog.terms_of(catalog::Taxonomy::author)[0].slug, "k-godel");
}

}  // namespace
