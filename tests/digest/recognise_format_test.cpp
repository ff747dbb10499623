#include "digest/recognise_format.hpp"

#include "digest/parse_digest.hpp"
#include "digest/test_formats.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using digest_tests::FormatLibrary;

digest::DigestOptions options_with(const FormatLibrary& library) {
  digest::DigestOptions options;
  options.formats = library.formats();
  return options;
}

const diagnostics::Diagnostic* find(const std::vector<diagnostics::Diagnostic>& list,
                                    const std::string& code) {
  const auto found = std::ranges::find(list, code, &diagnostics::Diagnostic::code);
  return found == list.end() ? nullptr : &*found;
}

constexpr const char* kCards =
    "title: cards\nmarkdown: true\nrecognise:\n  labels: [Card, Link]\nrecord:\n"
    "  openers: [\"Card: {title}\"]\nlabels:\n  Card: remark\n  Link: url\n";

TEST(RecogniseFormat, NamesTheNearestOneAndTheFirstLineThatDoesNotFit) {
  const FormatLibrary library("cards.yaml", kCards);
  const text::SourceText source("2023-01-20.txt", "**Card**: Counting\nWho knows\n");

  const auto [parsed, said] = digest::parse_digest(source, options_with(library));

  const diagnostics::Diagnostic* unknown = find(said, "digest/unknown-format");
  ASSERT_NE(unknown, nullptr);
  EXPECT_NE(unknown->message.find("\"cards\""), std::string::npos) << unknown->message;
  EXPECT_NE(unknown->message.find("\"Link\""), std::string::npos) << unknown->message;
  EXPECT_EQ(unknown->where.line, 2);
  EXPECT_TRUE(parsed.digest.papers.empty());
}

TEST(RecogniseFormat, DecidesNothingBetweenTwoOfOnePriority) {
  const FormatLibrary library("cards.yaml", std::string(kCards) + "priority: 10\n");
  const text::SourceText source("2023-01-20.txt",
                                "[LG] Counting\nCard: One\nLink: https://example.org/a\n");

  const auto [parsed, said] = digest::parse_digest(source, options_with(library));

  const diagnostics::Diagnostic* ambiguous = find(said, "digest/ambiguous-format");
  ASSERT_NE(ambiguous, nullptr);
  EXPECT_NE(ambiguous->message.find("\"cards\""), std::string::npos) << ambiguous->message;
  EXPECT_NE(ambiguous->message.find("\"one_paragraph\""), std::string::npos) << ambiguous->message;
}

TEST(RecogniseFormat, LetsTheFrontMatterDecide) {
  const FormatLibrary library("cards.yaml", std::string(kCards) + "priority: 10\n");
  const text::SourceText source(
      "2023-01-20.txt",
      "---\nformat: cards\n---\nCard: One\nLink: https://example.org/a\n[LG] Counting\n");

  const auto [parsed, said] = digest::parse_digest(source, options_with(library));

  EXPECT_EQ(parsed.format_name, "cards");
  ASSERT_EQ(parsed.digest.papers.size(), 1U);
  EXPECT_EQ(parsed.digest.papers[0].title, "One");
}

TEST(RecogniseFormat, TriesTheSitesOwnFormatsFirst) {
  const FormatLibrary library("cards.yaml", kCards);
  const text::SourceText source("2023-01-20.txt",
                                "Card: One\nLink: https://example.org/a\n[LG] Counting\n");

  EXPECT_EQ(digest::parse_digest(source, options_with(library)).value.format_name, "cards");
}

TEST(RecogniseFormat, LooksAtTheNameOfTheFile) {
  const FormatLibrary library("cards.yaml",
                              "recognise:\n  file_names: [\"cards-{_day}\"]\nrecord:\n"
                              "  openers: [\"Card: \"]\n");
  const text::SourceText cards("content/cards-2023-01-20.txt", "Card: One\n");
  const text::SourceText other("content/2023-01-20.txt", "Card: One\n");

  EXPECT_EQ(digest::parse_digest(cards, options_with(library)).value.format_name, "cards");
  EXPECT_EQ(digest::parse_digest(other, options_with(library)).value.format_name, "");
}

}  // namespace
