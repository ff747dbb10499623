#include "enrich/read_bibtex.hpp"

#include "enrich/bibtex_entries.hpp"

#include <gtest/gtest.h>

namespace {

using enrich::KnownAuthor;
using enrich::KnownPaper;

std::vector<KnownPaper> read(const std::string& text) {
  return enrich::read_bibtex(text::SourceText("library.bib", text)).value;
}

TEST(ReadBibtex, ReadsStringsBracesQuotesAndJoins) {
  const auto entries = enrich::read_bibtex_entries(text::SourceText(
      "a.bib",
      "Papers of mine, me@example.org\n@string{lake = \"Lakeside\"}\n@comment{ @article{no, }}\n"
      "@Article{key:1,\n  title = {A {Small} Net},\n  journal = lake # \" Letters \" # {of } # "
      "2023,\n"
      "  month = feb, year = 2023,\n}\n@book(two, title = \"In \\\"{o} {\"}braces{\"}\")\n"));

  EXPECT_TRUE(entries.diagnostics.empty());
  ASSERT_EQ(entries.value.size(), 2U);
  EXPECT_EQ(entries.value[0].type, "article");
  EXPECT_EQ(entries.value[0].key, "key:1");
  EXPECT_EQ(entries.value[0].fields.at("title"), "A {Small} Net");
  EXPECT_EQ(entries.value[0].fields.at("journal"), "Lakeside Letters of 2023");
  EXPECT_EQ(entries.value[0].fields.at("month"), "feb");
  EXPECT_EQ(entries.value[1].fields.at("title"), "In \\\"{o} {\"}braces{\"}");
}

TEST(ReadBibtex, SaysWhatIsKnownOfAPaper) {
  const auto papers = read(
      "@misc{x, title={{Pebble}: A Small Network}, author={Okafor, Lucy and M. J. Tan and van "
      "Dijk, "
      "Jr, Sam and {Harbour {\\&} Lake Group} and others},\n eprint={2301.00101v2}, "
      "archivePrefix={arXiv}, primaryClass={cs.LG}, doi={https://doi.org/10.1000/ABC}, year=2023, "
      "month=jan, abstract={We count\n errors.}, journal={arXiv preprint arXiv:2301.00101}}\n");

  ASSERT_EQ(papers.size(), 1U);
  EXPECT_EQ(papers[0].title, "Pebble: A Small Network");
  EXPECT_EQ(papers[0].authors, (std::vector<KnownAuthor>{{"Lucy", "Okafor"},
                                                         {"M. J.", "Tan"},
                                                         {"Sam", "van Dijk Jr"},
                                                         {"", "Harbour & Lake Group"}}));
  EXPECT_TRUE(papers[0].authors_truncated);
  EXPECT_EQ(papers[0].arxiv_id, "2301.00101");
  EXPECT_EQ(papers[0].doi, "10.1000/abc");
  EXPECT_EQ(papers[0].categories, std::vector<std::string>{"cs.LG"});
  EXPECT_EQ(papers[0].published, "2023-01");
  EXPECT_EQ(papers[0].abstract, "We count errors.");
  EXPECT_EQ(papers[0].venue, "");
  EXPECT_EQ(papers[0].where.line, 1);
}

TEST(ReadBibtex, ReportsABrokenEntryAndGoesOn) {
  const auto read = enrich::read_bibtex(text::SourceText(
      "a.bib",
      "@article{a, title = {never closed\n@article{b, title = {Whole}}\n@misc{c title}\n"));

  ASSERT_EQ(read.diagnostics.size(), 2U);
  EXPECT_EQ(read.diagnostics[0].code, "enrich/bad-bibtex");
  EXPECT_EQ(read.diagnostics[0].where.line, 1);
  EXPECT_EQ(read.diagnostics[1].where.line, 3);
  ASSERT_EQ(read.value.size(), 1U);
  EXPECT_EQ(read.value[0].title, "Whole");
}

}  // namespace
