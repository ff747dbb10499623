#include "catalog/merge_duplicates.hpp"

#include "catalog/sample_digests.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace {

using catalog::merge_duplicates;
using catalog_test::codes_of;
using catalog_test::digest_of;
using catalog_test::paper;

std::vector<std::string> paper_ids(const catalog::Catalog& catalog) {
  std::vector<std::string> ids;
  for (const catalog::CatalogPaper& paper : catalog.papers) {
    ids.push_back(paper.record.id);
  }
  return ids;
}

TEST(MergeDuplicates, MakesOnePaperOfTwoAppearances) {
  digest::Paper abs = paper("2302.02801", "LaMPP: Language Models as Priors");
  abs.url = "http://arxiv.org/abs/2302.02801v1";
  abs.section = digest::Section::also;
  digest::Paper pdf = paper("2302.02801", "LAMPP: language models as priors");
  pdf.url = "https://arxiv.org/pdf/2302.02801";
  pdf.rank = 3;

  const auto [catalog, said] =
      merge_duplicates({digest_of("a", "2023-02-08", {abs, paper("2302.00001", "Other")}),
                        digest_of("b", "2023-02-09", {pdf})});

  EXPECT_TRUE(said.empty());
  ASSERT_EQ(paper_ids(catalog), (std::vector<std::string>{"2302.02801", "2302.00001"}));
  const std::vector<catalog::Appearance> expected = {
      {.digest = {0}, .paper = {0}, .rank = {}, .section = digest::Section::also},
      {.digest = {1}, .paper = {0}, .rank = 3, .section = digest::Section::featured}};
  EXPECT_EQ(catalog.papers[0].appearances, expected);
  EXPECT_EQ(catalog.digests[1].appearances, std::vector{expected[1]});
  EXPECT_EQ(catalog.digests[0].appearances.size(), 2U);
  EXPECT_TRUE(catalog.digests[0].head.papers.empty());
}

TEST(MergeDuplicates, ListsEachMergeWithItsPlaces) {
  digest::Paper later = paper("2302.02801", "LaMPP");
  later.abstract = "An abstract.";

  const auto [catalog, said] =
      merge_duplicates({digest_of("a", "2023-02-08", {paper("2302.02801", "LaMPP")}),
                        digest_of("b", "2023-02-09", {paper("1", "Other"), later})});

  ASSERT_EQ(catalog.merges.size(), 1U);
  EXPECT_EQ(catalog.merges[0].paper, catalog::PaperIndex{0});
  EXPECT_EQ(catalog.merges[0].first.file, "content/a.txt");
  EXPECT_EQ(catalog.merges[0].joined.file, "content/b.txt");
  EXPECT_EQ(catalog.merges[0].joined.line, 20);
  EXPECT_EQ(catalog.merges[0].filled, std::vector<std::string>{"abstract"});
}

TEST(MergeDuplicates, KeepsPapersOfOneTitleApart) {
  const auto [catalog, said] =
      merge_duplicates({digest_of("a", "2023-02-08", {paper("doi:1", "Advertisements")}),
                        digest_of("b", "2023-02-09", {paper("doi:2", "Advertisements")})});

  EXPECT_EQ(catalog.papers.size(), 2U);
  EXPECT_TRUE(said.empty());
}

TEST(MergeDuplicates, KeepsPapersApartWhoseTitlesDisagree) {
  const auto [catalog, said] = merge_duplicates(
      {digest_of("a", "2023-02-08", {paper("2302.02801", "Language Models as Priors")}),
       digest_of("b", "2023-02-09",
                 {paper("2302.02801", "Zero-Shot Robot Manipulation"),
                  paper("2302.02801", "Chemical Reaction Networks")}),
       digest_of("c", "2023-02-10", {paper("2302.02801", "Zero-shot robot manipulation")})});

  EXPECT_EQ(paper_ids(catalog),
            (std::vector<std::string>{"2302.02801", "2302.02801~2", "2302.02801~3"}));
  EXPECT_EQ(catalog.papers[1].appearances.size(), 2U);
  ASSERT_EQ(codes_of(said),
            (std::vector<std::string>{"catalog/identity-conflict", "catalog/identity-conflict"}));
  EXPECT_EQ(said[0].severity, diagnostics::Severity::warning);
  EXPECT_EQ(said[0].where, (diagnostics::Location{"content/b.txt", 10, 0}));
  EXPECT_EQ(said[0].message,
            "\"Zero-Shot Robot Manipulation\" claims the identity 2302.02801 of \"Language Models "
            "as Priors\"");
  ASSERT_EQ(said[0].notes.size(), 1U);
  EXPECT_EQ(said[0].notes[0].where, (diagnostics::Location{"content/a.txt", 10, 0}));
}

TEST(MergeDuplicates, NeverGivesAnIdentityTwice) {
  const auto [catalog, said] = merge_duplicates(
      {digest_of("a", "2023-02-08",
                 {paper("url:x~2", "Tilde in the Address"), paper("url:x", "Language Models"),
                  paper("url:x", "Robot Manipulation")})});

  EXPECT_EQ(paper_ids(catalog), (std::vector<std::string>{"url:x~2", "url:x", "url:x~3"}));
}

TEST(MergeDuplicates, ReportsDifferentPapersOfOneUrl) {
  digest::Paper first = paper("doi:1", "Language Models as Priors");
  first.url = "https://example.org/paper/";
  digest::Paper later = paper("doi:2", "Zero-Shot Robot Manipulation");
  later.url = "http://example.org/paper#abstract";
  digest::Paper same_title = paper("doi:3", "Language models as priors");
  same_title.url = first.url;

  const auto [catalog, said] =
      merge_duplicates({digest_of("a", "2023-02-08", {first, later, same_title})});

  EXPECT_EQ(catalog.papers.size(), 3U);
  ASSERT_EQ(codes_of(said), std::vector<std::string>{"catalog/identity-conflict"});
  EXPECT_EQ(said[0].where.line, 20);
  EXPECT_EQ(said[0].message,
            "\"Zero-Shot Robot Manipulation\" claims the url http://example.org/paper#abstract of "
            "\"Language Models as Priors\"");
}

TEST(MergeDuplicates, SaysAConflictOfIdentityOnceThoughTheUrlsAreEqualToo) {
  digest::Paper first = paper("url:example.org/list", "Language Models as Priors");
  first.url = "https://example.org/list";
  digest::Paper later = paper("url:example.org/list", "Zero-Shot Robot Manipulation");
  later.url = first.url;

  EXPECT_EQ(merge_duplicates({digest_of("a", "2023-02-08", {first, later})}).diagnostics.size(),
            1U);
}

TEST(MergeDuplicates, ReportsAPaperThatADigestListsTwice) {
  const auto [catalog, said] = merge_duplicates(
      {digest_of("a", "2023-02-08", {paper("2302.02801", "LaMPP")}),
       digest_of("b", "2023-02-09", {paper("2302.02801", "LaMPP"), paper("2302.02801", "LaMPP")})});

  EXPECT_EQ(catalog.papers.size(), 1U);
  EXPECT_EQ(catalog.papers[0].appearances.size(), 3U);
  ASSERT_EQ(codes_of(said), std::vector<std::string>{"catalog/repeated-paper"});
  EXPECT_EQ(said[0].message, "the digest lists \"LaMPP\" twice");
  EXPECT_EQ(said[0].where, (diagnostics::Location{"content/b.txt", 20, 0}));
  ASSERT_EQ(said[0].notes.size(), 1U);
  EXPECT_EQ(said[0].notes[0].where, (diagnostics::Location{"content/b.txt", 10, 0}));
}

TEST(MergeDuplicates, StaysLinearWhenEveryRecordClaimsOneAddress) {
  std::vector<digest::Paper> papers;
  std::mt19937 random(1);
  for (int i = 0; i < 1500; ++i) {
    std::string title(40, ' ');
    for (char& c : title) {
      c = static_cast<char>('a' + random() % 26);
    }
    papers.push_back(paper("url:example.org", title));
  }

  const auto [catalog, said] = merge_duplicates({digest_of("a", "2023-02-08", papers)});

  EXPECT_EQ(catalog.papers.size(), 1500U);
  EXPECT_EQ(said.size(), 1499U);
  const std::vector<std::string> ids = paper_ids(catalog);
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 1500U);
}

/// `count` digests of a hundred papers each, all titles near each other and no two the same;
/// `records_per_id` of them claim one identity.
std::vector<digest::Digest> near_titles(int count, int records_per_id) {
  std::vector<digest::Digest> digests;
  for (int d = 0; d < count; ++d) {
    std::vector<digest::Paper> papers;
    for (int i = d * 100; i < d * 100 + 100; ++i) {
      papers.push_back(paper("url:example.org/" + std::to_string(i / records_per_id),
                             "Sparse Graph Learning " + std::to_string(i)));
    }
    digests.push_back(digest_of("d" + std::to_string(d), "", papers));
  }
  return digests;
}

TEST(MergeDuplicates, MergesNoneOf20000DistinctPapers) {
  const auto [catalog, said] = merge_duplicates(near_titles(200, 1));

  EXPECT_EQ(catalog.papers.size(), 20000U);
  EXPECT_TRUE(catalog.merges.empty());
  EXPECT_TRUE(said.empty());
}

TEST(MergeDuplicates, MergesNoneOf2000DistinctTitlesThoughTenEachClaimOneIdentity) {
  const auto [catalog, said] = merge_duplicates(near_titles(20, 10));

  const std::vector<std::string> ids = paper_ids(catalog);
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 2000U);
  EXPECT_TRUE(catalog.merges.empty());
  EXPECT_EQ(said.size(), 1800U);
}

}  // namespace
