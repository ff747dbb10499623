#include "markdown/markdown_to_html.hpp"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace {

using markdown::markdown_to_html;

TEST(MarkdownToHtml, GivesHeadingsUniqueIds) {
  const markdown::Document document = markdown_to_html("# 关于\n\n## Part\n\n## Part\n", "");

  ASSERT_EQ(document.headings.size(), 3U);
  EXPECT_EQ(document.headings[0].id, "关于");
  EXPECT_EQ(document.headings[1].id, "part");
  EXPECT_EQ(document.headings[2].id, "part-2");
  EXPECT_NE(document.html.find("<h2 id=\"part-2\">Part</h2>"), std::string::npos);
}

TEST(MarkdownToHtml, JoinsLinesOfChineseWithoutABlank) {
  EXPECT_EQ(markdown_to_html("每天几篇，\n值得细读。\n", "").html, "<p>每天几篇，值得细读。</p>\n");
  EXPECT_EQ(markdown_to_html("one\ntwo\n", "").html, "<p>one\ntwo</p>\n");
}

TEST(MarkdownToHtml, PutsTheBasePathBeforeLinksInsideTheSite) {
  EXPECT_EQ(markdown_to_html("[a](/about/) [b](https://e.org/)", "/papers").html,
            "<p><a href=\"/papers/about/\">a</a> <a href=\"https://e.org/\">b</a></p>\n");
}

TEST(MarkdownToHtml, LeavesOutRawHtmlAndDangerousLinks) {
  const std::string html =
      markdown_to_html("<script>alert(1)</script>\n\n[x](javascript:alert(1)) <b>y</b>", "").html;

  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("javascript:"), std::string::npos);
  EXPECT_EQ(html.find("<b>"), std::string::npos);
}

TEST(MarkdownToHtml, RendersTables) {
  EXPECT_NE(markdown_to_html("| a | b |\n|---|---|\n| 1 | 2 |\n", "").html.find("<td>1</td>"),
            std::string::npos);
}

/// The library's parsers share tables (decision 0004): without the lock some of these differ.
TEST(MarkdownToHtml, GivesTheSameFromSeveralThreads) {
  const std::string source = "| a | ~~b~~ |\n|---|---|\n| www.example.org | - [x] |\n\n*x* **y**\n";
  const std::string expected = markdown_to_html(source, "").html;
  std::vector<int> different(4, 0);
  {
    std::vector<std::jthread> threads;
    for (int& count : different) {
      threads.emplace_back([&] {
        for (int i = 0; i < 300; ++i) {
          count += markdown_to_html(source, "").html == expected ? 0 : 1;
        }
      });
    }
  }

  EXPECT_EQ(different, std::vector<int>(4, 0));
}

}  // namespace
