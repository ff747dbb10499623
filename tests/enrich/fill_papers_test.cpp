#include "enrich/fill_papers.hpp"

#include "enrich/wanted_papers.hpp"

#include <gtest/gtest.h>

namespace {

using digest::EnrichedField;
using enrich::KnownPaper;

digest::Paper paper(const std::string& id, const std::string& title) {
  digest::Paper one;
  one.id = id;
  one.arxiv_id = id.find(':') == std::string::npos ? id : "";
  one.title = title;
  one.authors = {"L Okafor", "M Tan"};
  return one;
}

KnownPaper known(const std::string& arxiv_id, const std::string& title) {
  KnownPaper one;
  one.arxiv_id = arxiv_id;
  one.title = title;
  one.authors = {{"Lucy", "Okafor"}, {"Min-Jae", "Tan"}};
  one.abstract = "Known.";
  one.categories = {"cs.LG"};
  one.doi = "10.1000/abc";
  one.where = {.path = "../refs/library.bib", .line = 3};
  return one;
}

std::vector<digest::Digest> digests_of(std::vector<digest::Paper> papers) {
  std::vector<digest::Digest> digests(1);
  digests[0].papers = std::move(papers);
  return digests;
}

TEST(FillPapers, FillsWhatIsLackingAndSaysWhereItIsFrom) {
  std::vector<digest::Digest> digests =
      digests_of({paper("2301.00101", "Pebble: A Small Network")});
  const std::vector<KnownPaper> all = {known("2301.00101", "Pebble: a small network")};

  const auto report = enrich::fill_papers(digests, all);

  const digest::Paper& filled = digests[0].papers[0];
  EXPECT_EQ(filled.abstract, "Known.");
  EXPECT_EQ(filled.authors, (std::vector<std::string>{"Lucy Okafor", "Min-Jae Tan"}));
  EXPECT_EQ(filled.links.at(0).url, "https://doi.org/10.1000/abc");
  EXPECT_EQ(filled.enriched, (std::vector<EnrichedField>{{"abstract", "library.bib"},
                                                         {"arxiv_categories", "library.bib"},
                                                         {"authors", "library.bib"},
                                                         {"doi", "library.bib"}}));
  EXPECT_EQ(report.counts.at({"library.bib", "abstract"}), 1U);
  // Once more: there is nothing left to fill.
  EXPECT_TRUE(enrich::fill_papers(digests, all).counts.empty());
}

TEST(FillPapers, NeverReplacesTheEditorsWords) {
  std::vector<digest::Digest> digests =
      digests_of({paper("2301.00101", "Pebble: A Small Network")});
  digests[0].papers[0].abstract = "The editor's.";
  digests[0].papers[0].authors = {"Lulu Okafor", "M Tan"};

  (void)enrich::fill_papers(digests, std::vector{known("2301.00101", "Pebble: A Small Network")});

  EXPECT_EQ(digests[0].papers[0].abstract, "The editor's.");
  EXPECT_EQ(digests[0].papers[0].authors.front(), "Lulu Okafor");
}

TEST(FillPapers, TakesNothingFromAPaperOfAnotherTitle) {
  std::vector<digest::Digest> digests =
      digests_of({paper("2301.00101", "Pebble: A Small Network")});
  const std::vector<digest::Digest> before = digests;

  const auto report =
      enrich::fill_papers(digests, std::vector{known("2301.00101", "Seeing Rain through Windows")});

  EXPECT_EQ(digests, before);
  ASSERT_EQ(report.diagnostics.size(), 1U);
  EXPECT_EQ(report.diagnostics[0].code, "enrich/title-mismatch");
}

TEST(FillPapers, GoesByTheTitleWhereNoNumberSaysOtherwise) {
  const std::vector<digest::Digest> digests =
      digests_of({paper("title:pebble a small network", "Pebble: A Small Network"),
                  paper("2301.00202", "Seeing Rain through Windows"), paper("title:notes", "Notes"),
                  paper("url:https://a.example/1", "Two of One Name"),
                  paper("url:https://a.example/2", "Two of One Name")});
  const enrich::WantedPapers wanted(digests);

  EXPECT_EQ(wanted.places_of(known("", "Pebble - a small network")).size(), 1U);
  EXPECT_TRUE(wanted.places_of(known("2305.1", "Seeing Rain through Windows")).empty());
  EXPECT_TRUE(wanted.places_of(known("", "Notes")).empty());
  EXPECT_TRUE(wanted.places_of(known("", "Two of One Name")).empty());
}

}  // namespace
