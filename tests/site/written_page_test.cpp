#include "site/written_page.hpp"

#include <gtest/gtest.h>

namespace {

TEST(ReadWrittenPage, TakesItsFrontMatter) {
  const text::SourceText source("content/pages/about.md",
                                "---\ntitle: About\nweight: 2\ntemplate: wide.html\n"
                                "extra: {colour: red}\n---\n# Hello\n");

  const auto [page, diagnostics] = site::read_written_page("about.md", source, "");

  EXPECT_TRUE(diagnostics.empty());
  ASSERT_TRUE(page.has_value());
  EXPECT_EQ(page->title, "About");
  EXPECT_EQ(page->weight, 2);
  EXPECT_EQ(page->layout, "wide.html");
  EXPECT_EQ(page->extra.member("colour").as_text(), "red");
  EXPECT_EQ(page->content.html, "<h1 id=\"hello\">Hello</h1>\n");
}

TEST(ReadWrittenPage, ReportsUnknownKeysAtTheirLine) {
  const text::SourceText source("content/pages/about.md", "---\ntitle: A\ntitel: B\n---\n");

  const auto [page, diagnostics] = site::read_written_page("about.md", source, "");

  EXPECT_TRUE(page.has_value());
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].code, "site/unknown-front-matter");
  EXPECT_EQ(diagnostics[0].where.line, 3);
  EXPECT_EQ(diagnostics[0].remedy, "did you mean \"title\"?");
}

TEST(ReadWrittenPage, NamesAPageWithoutTitleAfterItsHeading) {
  const text::SourceText source("content/pages/about.md", "# Hello\n");

  const auto [page, diagnostics] = site::read_written_page("about.md", source, "");

  ASSERT_TRUE(page.has_value());
  EXPECT_EQ(page->title, "Hello");
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].code, "site/missing-title");
  EXPECT_EQ(diagnostics[0].severity, diagnostics::Severity::warning);
}

TEST(ReadWrittenPage, GivesNoPageWhoseFrontMatterIsBroken) {
  const text::SourceText source("content/pages/about.md", "---\ntitle: [\n---\n");

  const auto [page, diagnostics] = site::read_written_page("about.md", source, "");

  EXPECT_FALSE(page.has_value());
  EXPECT_EQ(diagnostics.size(), 1U);
}

}  // namespace
