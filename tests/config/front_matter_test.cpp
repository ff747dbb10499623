#include "config/front_matter.hpp"

#include <gtest/gtest.h>

namespace {

using config::split_front_matter;

TEST(SplitFrontMatter, GivesTheMapAndTheBody) {
  const text::SourceText source("a.md", "---\ntitle: About\n---\n# Hello\n");

  const auto parts = split_front_matter(source);

  ASSERT_TRUE(parts.has_value());
  EXPECT_EQ(parts->matter.member("title").as_text(), "About");
  EXPECT_EQ(parts->body, "# Hello\n");
  EXPECT_EQ(parts->body_line, 4U);
}

TEST(SplitFrontMatter, TakesATextWithoutFrontMatterWhole) {
  const text::SourceText source("a.md", "Just text\n---\nmore\n");

  const auto parts = split_front_matter(source);

  ASSERT_TRUE(parts.has_value());
  EXPECT_EQ(parts->matter.size(), 0U);
  EXPECT_EQ(parts->body, "Just text\n---\nmore\n");
}

TEST(SplitFrontMatter, ReadsThroughAByteOrderMarkAndWindowsLineBreaks) {
  const text::SourceText source("a.md", "\xEF\xBB\xBF---\r\ntitle: About\r\n---\r\nBody");

  const auto parts = split_front_matter(source);

  ASSERT_TRUE(parts.has_value());
  EXPECT_EQ(parts->matter.member("title").as_text(), "About");
  EXPECT_EQ(parts->body, "Body");
}

TEST(SplitFrontMatter, SaysWhereAnOpenOneBegins) {
  const text::SourceText source("a.md", "---\ntitle: About\n");

  const auto parts = split_front_matter(source);

  ASSERT_FALSE(parts.has_value());
  EXPECT_EQ(parts.error().code, "config/open-front-matter");
  EXPECT_EQ(parts.error().where.line, 1);
}

TEST(SplitFrontMatter, KeepsTheLineNumbersOfTheFile) {
  const text::SourceText source("a.md", "---\ntitle: About\nbad: [\n---\nBody\n");

  const auto parts = split_front_matter(source);

  ASSERT_FALSE(parts.has_value());
  EXPECT_EQ(parts.error().code, "config/bad-yaml");
  EXPECT_GE(parts.error().where.line, 3);
}

}  // namespace
