#include "catalog/cross_links.hpp"

#include "catalog/merge_duplicates.hpp"
#include "catalog/sample_digests.hpp"

#include <gtest/gtest.h>

namespace {

using catalog::PaperIndex;
using catalog_test::digest_of;
using catalog_test::paper;

catalog::Catalog linked(std::vector<digest::Digest> digests) {
  return catalog::link_neighbours(catalog::merge_duplicates(std::move(digests)).value);
}

TEST(LinkNeighbours, OfAPaperStandInTheDigestItAppearedInFirst) {
  const catalog::Catalog catalog = linked(
      {digest_of("a", "2023-02-08", {paper("1", "One"), paper("2", "Two")}),
       digest_of("b", "2023-02-09", {paper("3", "Three"), paper("2", "Two"), paper("4", "Four")})});

  EXPECT_EQ(catalog.papers[0].previous, std::nullopt);
  EXPECT_EQ(catalog.papers[0].next, PaperIndex{1});
  EXPECT_EQ(catalog.papers[1].previous, PaperIndex{0});
  EXPECT_EQ(catalog.papers[1].next, std::nullopt);
  EXPECT_EQ(catalog.papers[2].next, PaperIndex{1});
  EXPECT_EQ(catalog.papers[3].previous, PaperIndex{1});
}

TEST(LinkNeighbours, PassOverTheSecondPlaceOfARepeatedPaper) {
  const catalog::Catalog catalog = linked(
      {digest_of("a", "2023-02-08",
                 {paper("1", "One"), paper("2", "Two"), paper("1", "One"), paper("3", "Three")})});

  EXPECT_EQ(catalog.papers[0].previous, std::nullopt);
  EXPECT_EQ(catalog.papers[0].next, PaperIndex{1});
  EXPECT_EQ(catalog.papers[1].next, PaperIndex{2});
  EXPECT_EQ(catalog.papers[2].previous, PaperIndex{1});
}

TEST(LinkNeighbours, OfADigestAreTheOlderAndTheNewer) {
  const catalog::Catalog catalog =
      linked({digest_of("a", "2023-02-08"), digest_of("b", "2023-02-09"), digest_of("c", "")});

  EXPECT_EQ(catalog.digests[0].previous, std::nullopt);
  EXPECT_EQ(catalog.digests[0].next, catalog::DigestIndex{1});
  EXPECT_EQ(catalog.digests[1].previous, catalog::DigestIndex{0});
  EXPECT_EQ(catalog.digests[2].previous, catalog::DigestIndex{1});
  EXPECT_EQ(catalog.digests[2].next, std::nullopt);
}

}  // namespace
