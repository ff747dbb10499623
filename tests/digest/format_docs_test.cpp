// The worked examples of docs/digest_format.md: a format that a reader would copy, and a file that
// it reads.
#include "digest/case_files.hpp"
#include "digest/format_library.hpp"
#include "digest/parse_digest.hpp"

#include <gtest/gtest.h>

namespace {

using digest::Paper;

/// Block `language` behind the heading `section`, the first that begins behind `from`.
std::string block(const std::string& section, const std::string& language) {
  const std::string docs = digest_tests::read_file(std::filesystem::path(SITEGEN_PROJECT_DIR) /
                                                   "docs" / "digest_format.md");
  const std::string fence = "\n\n```" + language + "\n";
  const std::size_t start = docs.find(fence, docs.find("\n## " + section + "\n")) + fence.size();
  return docs.substr(start, docs.find("```", start) - start);
}

struct Example {
  std::string section;
  std::string file;
  std::string language;  ///< of the file's block
};

/// The digest of an example; everything in its file is claimed, and there is nothing to say.
digest::Digest read(const Example& example) {
  const std::string yaml = block(example.section, "yaml");
  EXPECT_LE(std::ranges::count(yaml, '\n'), 40) << "a format is short";
  const text::SourceText format("formats/own.yaml", yaml);
  const text::SourceText* const own = &format;
  const auto library = digest::read_formats(std::span(&own, 1));
  EXPECT_TRUE(library.diagnostics.empty()) << library.diagnostics.at(0).message;
  digest::DigestOptions options;
  options.formats = library.value;
  const text::SourceText source(example.file, block(example.section, example.language));
  const auto [digests, diagnostics] = digest::parse_digest_file(source, options);
  for (const diagnostics::Diagnostic& one : diagnostics) {
    ADD_FAILURE() << one.code << " " << one.where.line << " " << one.message;
  }
  return digests.at(0).digest;
}

TEST(FormatDocs, TheExampleOfTables) {
  const digest::Digest digest = read({"Tables", "list.md", ""});

  EXPECT_EQ(digest.date, (text::CalendarDate{2023, 5, 1}));
  ASSERT_EQ(digest.papers.size(), 1U);
  const Paper& paper = digest.papers[0];
  EXPECT_EQ(paper.title, "Walking | Slowly");
  EXPECT_EQ(paper.category, "Walking");
  EXPECT_EQ(paper.rank, 1);
  EXPECT_EQ(paper.venue, "ICRA");
  EXPECT_EQ(paper.arxiv_id, "2305.00001");
  EXPECT_EQ(paper.authors, (std::vector<std::string>{"A. Bee", "C. Dee"}));
  EXPECT_TRUE(paper.authors_truncated);
  EXPECT_EQ(paper.links, (std::vector<digest::Link>{{"code", "https://example.org/c"}}));
}

TEST(FormatDocs, TheExampleOfRecords) {
  const digest::Digest digest = read({"Records of others", "list.json", "json"});

  ASSERT_EQ(digest.papers.size(), 1U);
  EXPECT_EQ(digest.papers[0].title, "Counting");
  EXPECT_EQ(digest.papers[0].authors, (std::vector<std::string>{"A. Bee", "C. Dee"}));
  EXPECT_EQ(digest.papers[0].abstract, "Counts.");
  EXPECT_EQ(digest.papers[0].id, "doi:10.1000/1");
}

TEST(FormatDocs, TheExampleOfSavedPages) {
  const std::string yaml = block("Saved pages", "yaml");
  const text::SourceText format("formats/own.yaml", yaml);
  const text::SourceText* const own = &format;
  const auto library = digest::read_formats(std::span(&own, 1));
  EXPECT_TRUE(library.diagnostics.empty());
  digest::DigestOptions options;
  options.formats = library.value;
  const text::SourceText source("2023-05-01.html", block("Saved pages", "html"));

  const auto [digests, diagnostics] = digest::parse_digest_file(source, options);

  ASSERT_EQ(digests.at(0).digest.papers.size(), 1U);
  const Paper& paper = digests[0].digest.papers[0];
  EXPECT_EQ(paper.title, "Walking");
  EXPECT_EQ(paper.title_zh, "走路");
  EXPECT_EQ(paper.authors, (std::vector<std::string>{"A Bee", "C Dee"}));
  EXPECT_EQ(paper.arxiv_id, "2305.00001");
  for (const digest::Claim& claim : digests[0].claims) {
    EXPECT_NE(claim.kind, "unclaimed");
  }
}

}  // namespace
