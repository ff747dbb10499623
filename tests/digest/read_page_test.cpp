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

/// A post without a date in its text, between `head` and `behind`.
std::string undated_page(const std::string& head, const std::string& behind = "") {
  return "<html><head><title>Boats</title>" + head + "</head><body><article>" + behind +
         "<p>1、[LG] Rowing at Night</p><p>A Bee, C Dee</p><p>[River Institute]</p>"
         "<p>夜里划船。本文研究夜里怎样划船。</p><p>Rowing at night is slow.</p>"
         "<p>https://arxiv.org/abs/2303.00001</p></article></body></html>";
}

std::string date_of_page(const std::string& html, const std::string& name = "boats.html") {
  const auto page = parse_digest_file(text::SourceText(name, html));
  EXPECT_EQ(page.value.at(0).digest.papers.size(), 1U) << html;
  return text::to_iso(page.value.at(0).digest.date);
}

TEST(ReadPage, FindsTheDateInTheMarkup) {
  for (const std::string_view head :
       {"<meta property='article:published_time' content='2023-03-04T23:30:00.000000+08:00'>",
        "<meta name=\"date\" content=\"2023-03-04\">", "<meta name='Date' content='4 March 2023'>",
        "<meta name='citation_date' content='2023/03/04'>",
        "<META NAME='DC.date' CONTENT='20230304'>",
        "<meta itemprop='datePublished' content='2023-03-04'>",
        "<script type='application/ld+json'>{\"datePublished\": \"2023-03-04\"}</script>",
        "<script type='application/ld+json'>[{}, {\"datePublished\": \"2023-03-04\"}]</script>",
        "<script type='application/ld+json'>{\"@graph\": [{\"name\": \"x\"}, "
        "{\"datePublished\": \"2023-03-04T08:00\"}]}</script>"}) {
    EXPECT_EQ(date_of_page(undated_page(std::string(head))), "2023-03-04") << head;
  }
  EXPECT_EQ(date_of_page(undated_page("", "<time datetime='2023-03-04 10:00'>Saturday</time>")),
            "2023-03-04");
  EXPECT_EQ(date_of_page(undated_page("<meta name='date' content='2023-03'>")), "2023-03");
}

TEST(ReadPage, TakesNoOtherDateForThatOfTheMarkup) {
  for (const std::string_view head :
       {"<meta name='date' content='2022'>", "<meta name='date' content='soon'>",
        "<meta name='date' content='2022-02-30'>", "<meta name='modified' content='2022-01-02'>",
        "<script type='application/ld+json'>{\"datePublished\": 2022}</script>",
        "<script type='application/ld+json'>{\"datePublished\": \"2022-01-02\"</script>",
        "<script>{\"datePublished\": \"2022-01-02\"}</script>",
        "<script type='application/ld+json'>{\"comment\": [{\"datePublished\": "
        "\"2022-01-02\"}]}</script>"}) {
    EXPECT_EQ(date_of_page(undated_page(std::string(head))), "2023-03") << head;  // by arXiv
  }
  EXPECT_EQ(date_of_page(undated_page("", "<p><time datetime='PT5M'>5 minutes</time></p>")),
            "2023-03");
  EXPECT_EQ(date_of_page(undated_page("", "<nav><time datetime='2022-01-02'>old</time></nav>")),
            "2023-03");
}

TEST(ReadPage, TrustsTheDatesOfThePageInTheirOrder) {
  const std::string markup =
      "<meta name='date' content='2023-05-05'>"
      "<script type='application/ld+json'>{\"datePublished\": \"2023-05-02\"}</script>";
  const std::string time = "<time datetime='2023-05-06'></time>";
  EXPECT_EQ(date_of_page(undated_page(
                markup + "<meta property='article:published_time' content='2023-05-01'>", time)),
            "2023-05-01");
  EXPECT_EQ(date_of_page(undated_page(markup, time)), "2023-05-02");
  EXPECT_EQ(date_of_page(undated_page("<meta name='date' content='2023-05-05'>", time)),
            "2023-05-05");
  EXPECT_EQ(date_of_page(undated_page("", time + "<time datetime='2023-05-07'></time>")),
            "2023-05-06");
  EXPECT_EQ(date_of_page(undated_page(markup, "<p>2023-04-30</p>")), "2023-04-30");  // its head
  EXPECT_EQ(date_of_page(undated_page(markup, "<p>2023-04-30</p>"), "2023-04-29.html"),
            "2023-04-29");
}

/// What one format says of a Markdown table holds for the page that a program makes of it.
TEST(ReadPage, GivesThePapersOfTheSameMarkdownTable) {
  const text::SourceText markdown(
      "list.md",
      "## Top ML Papers of the Week (June 5 - June 11) - 2023\n"
      "| **Paper** | **Links** |\n|---|---|\n"
      "| 1) **Oars \\& Sails** - They _bend_ in a\\*b. Twice. | [Paper](https://arxiv.org/abs/"
      "2306.00001), [Tweet](https://example.org/t_1?a=1&b=2) |\n"
      "| 2) **Locks** - A pipe \\| in a text.<br>A line. | [Paper](https://example.org/locks) |\n"
      "## Top ML Papers of the Week (June 12 - June 18) - 2023\n"
      "| **Paper** | **Links** |\n|---|---|\n"
      "| 1) **Ferries** - They go. | [Paper](https://arxiv.org/abs/2306.00003) |\n");
  const text::SourceText page(
      "list.html",
      "<h2>Top ML Papers of the Week (June 5 - June 11) - 2023</h2>\n<table>\n"
      "<thead><tr><th><strong>Paper</strong></th><th><strong>Links</strong></th></tr></thead>\n"
      "<tr><td>1) <strong>Oars &amp; Sails</strong> - They <em>bend</em> in a*b. Twice.</td>"
      "<td><a href='https://arxiv.org/abs/2306.00001'>Paper</a>, "
      "<a href='https://example.org/t_1?a=1&amp;b=2'>Tweet</a></td></tr>\n"
      "<tr><td>2) <strong>Locks </strong>- A pipe | in a text.<br>A line.</td>"
      "<td><a href='https://example.org/locks'>Paper</a></td></tr></table>\n"
      "<h2>Top ML Papers of the Week (June 12 - June 18) - 2023</h2>\n<table>\n"
      "<tr><th>Paper</th><th>Links</th></tr>\n"
      "<tr><td>1) <b>Ferries</b> - They go.</td>"
      "<td><a href='https://arxiv.org/abs/2306.00003'>Paper</a></td></tr></table>\n");

  const auto from_page = parse_digest_file(page);
  const auto from_markdown = parse_digest_file(markdown);

  ASSERT_EQ(from_page.value.size(), 2U);
  ASSERT_EQ(from_markdown.value.size(), 2U);
  std::size_t claimed = 0;
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(papers_of({from_page.value[i]}), papers_of({from_markdown.value[i]}));
    EXPECT_EQ(from_page.value[i].digest.name, from_markdown.value[i].digest.name);
    EXPECT_EQ(from_page.value[i].digest.date, from_markdown.value[i].digest.date);
    for (const digest::Claim& claim : from_page.value[i].claims) {
      claimed += claim.size;
    }
  }
  EXPECT_EQ(claimed, page.bytes().size());
  EXPECT_EQ(from_page.value[0].digest.papers[0].source.line, 4);
  EXPECT_EQ(from_page.value[0].digest.papers[1].source.line, 5);
}

/// A table that no format of tables knows is read cell by cell, as a page of the same text is.
TEST(ReadPage, ReadsOtherTablesAsLines) {
  const std::string cells =
      "<tr><th>1、[LG] Rowing</th><th>A Bee, C Dee</th></tr><tr><td>[River Institute]</td>"
      "<td>划船。本文研究划船。</td></tr><tr><td>https://arxiv.org/abs/2303.00001</td></tr>";
  const auto page =
      parse_digest_file(text::SourceText("2023-03-04.html", "<table>" + cells + "</table>"));
  ASSERT_EQ(page.value.at(0).digest.papers.size(), 1U);
  EXPECT_EQ(page.value[0].digest.papers[0].title, "Rowing");
  EXPECT_EQ(page.value[0].digest.papers[0].authors, (std::vector<std::string>{"A Bee", "C Dee"}));
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

/// Programs put U+200B between the characters of a word, where it may be broken.
TEST(ReadPage, DropsCharactersWithoutWidth) {
  std::string html = undated_page("<meta name='date' content='2023-03-04'>");
  html.replace(html.find("Night</p>"), 5, "Ni&#8203;ght\u200b");
  const auto page = parse_digest_file(text::SourceText("boats.html", html));
  EXPECT_EQ(page.value.at(0).digest.papers.at(0).title, "Rowing at Night");
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
       {"<p>",
        "<b>",
        "</b></p>",
        "<div></x>",
        "<a href=x>",
        "<a href='https://arxiv.org/abs/2301.00001'>x</a> ",
        "&amp;",
        "&",
        "<",
        "<!--",
        "<br>x",
        "<table><td>",
        "<li>1",
        "<ol>",
        "</p>",
        "<svg/>",
        "<font a><p>",
        "<select>",
        "<i><b></i>",
        "x ",
        "<table><tr><th>Paper<th>Links<tr><td rowspan=9 colspan=999>x<tr><td>1",
        "<time datetime=2023-01-20>",
        "<script type=application/ld+json>[{}]</script>"}) {
    std::string html;
    while (html.size() < kSize) {
      html += piece;
    }
    const auto page = parse_digest_file(text::SourceText("2023-01-20.html", html));
    EXPECT_EQ(page.value.size(), 1U) << piece;
  }
}

}  // namespace
