#include "digest/read_page.hpp"

#include "digest/case_files.hpp"
#include "digest/markup_limits.hpp"
#include "text/html_escape.hpp"
#include "text/whitespace.hpp"

#include <gtest/gtest.h>

namespace {

using digest::parse_digest_file;
using digest::ParsedDigest;

/// The lines of a digest as a blog shows them, with what stands round a post.
std::string as_page(const std::string& lines) {
  std::string html =
      "<!DOCTYPE html><html><head><title>A post</title></head>\r\n<body>\n<nav>Home</nav>"
      "<article>\n";
  for (const std::string_view line : text::split(lines, "\n")) {
    html += "<p class=\"line\"><span>";
    text::append_html_escaped(html, text::trim(line));
    html += "</span></p>\n";
  }
  return html + "</article><div class='comments'><p>1、[LG] Spam</p></div></body></html>";
}

/// What a record says, without where it stands.
std::vector<digest::Paper> papers_of(const std::vector<ParsedDigest>& digests) {
  std::vector<digest::Paper> papers = digests.at(0).digest.papers;
  for (digest::Paper& paper : papers) {
    paper.source = {};
  }
  return papers;
}

TEST(ReadPage, GivesTheRecordsOfTheSameDigestAsText) {
  int compared = 0;
  for (const std::string& name : digest_tests::case_names()) {
    const bool has_front_matter = name.find("front_matter") != std::string::npos;
    if (!name.ends_with(".txt") || name.starts_with("bytes") || has_front_matter) {
      continue;  // about bytes that no page holds, or about what stands above the text
    }
    const std::string lines = digest_tests::read_file(digest_tests::case_folder() / name);
    if (lines.starts_with("---") || lines.find("  ") != std::string::npos) {
      continue;  // pages know no two blanks
    }
    const text::SourceText plain("2023-01-20.txt", lines);
    const text::SourceText page("2023-01-20.html", as_page(lines));

    const auto from_page = parse_digest_file(page);

    EXPECT_EQ(papers_of(from_page.value), papers_of(parse_digest_file(plain).value)) << name;
    std::size_t claimed = 0;
    for (const digest::Claim& claim : from_page.value.at(0).claims) {
      claimed += claim.size;
    }
    EXPECT_EQ(claimed, page.bytes().size()) << name;
    ++compared;
  }
  EXPECT_GT(compared, 20);
}

TEST(ReadPage, ReportsPagesThatNestTooDeep) {
  std::string html = "<body>";
  for (int i = 0; i < 600; ++i) {
    html += "<div>";
  }
  const auto page = parse_digest_file(text::SourceText("a.html", html));
  ASSERT_EQ(page.diagnostics.size(), 1U);
  EXPECT_EQ(page.diagnostics[0].code, "digest/markup-limit");
  EXPECT_NE(page.diagnostics[0].message.find("max_depth"), std::string::npos);
}

TEST(FindMarkupExcess, CountsWhatIsOpen) {
  const auto limit_of = [](std::string_view piece, int times) {
    std::string html;
    for (int i = 0; i < times; ++i) {
      html += piece;
    }
    return std::string(digest::find_markup_excess(html).limit);
  };
  EXPECT_EQ(limit_of("<div>", 512), "");
  EXPECT_EQ(limit_of("<div>", 513), "max_depth");
  EXPECT_EQ(limit_of("<div></x>", 513), "max_depth");
  EXPECT_EQ(limit_of("<div/>", 513), "max_depth");
  EXPECT_EQ(limit_of("<!--><div>", 513), "max_depth");
  EXPECT_EQ(limit_of("<!-- --!><div>", 513), "max_depth");
  EXPECT_EQ(limit_of("<svg><div><path/>", 513), "max_depth");
  EXPECT_EQ(limit_of("<div><table></div>", 513), "max_depth");
  EXPECT_EQ(limit_of("<i><b></i>", 600), "max_depth");
  EXPECT_EQ(limit_of("<div><b>bold</div>", 10'000), "");
  EXPECT_EQ(limit_of("<div><p>a<br><img></div>", 10'000), "");
  EXPECT_EQ(limit_of("<svg><path/><path d='x'/></svg>", 10'000), "");
  EXPECT_EQ(limit_of("<p><li>text", 10'000), "");
  EXPECT_EQ(limit_of("<script>'<div>'</script>", 10'000), "");
  EXPECT_EQ(limit_of("<!-- <div> -->", 10'000), "");
  std::string attributes = "<p";
  for (int i = 0; i < 300; ++i) {
    attributes += " a" + std::to_string(i) + "='<div>'";
  }
  EXPECT_EQ(digest::find_markup_excess(attributes + ">").limit, "max_attributes");
}

/// Hostile pages are read to their end. How long that takes is measured in tests/bench/.
TEST(ReadPage, ReadsPagesThatRepeatOneHostilePiece) {
  constexpr std::size_t kSize = std::size_t{1} << 18U;
  for (const std::string_view piece :
       {"<p>",        "<b>",         "</b></p>",
        "<div></x>",  "<a href=x>",  "<a href='https://arxiv.org/abs/2301.00001'>x</a> ",
        "&amp;",      "&",           "<",
        "<!--",       "<br>x",       "<table><td>",
        "<li>1",      "<ol>",        "</p>",
        "<svg/>",     "<font a><p>", "<select>",
        "<i><b></i>", "x "}) {
    std::string html;
    while (html.size() < kSize) {
      html += piece;
    }
    const auto page = parse_digest_file(text::SourceText("2023-01-20.html", html));
    EXPECT_EQ(page.value.size(), 1U) << piece;
  }
}

}  // namespace
