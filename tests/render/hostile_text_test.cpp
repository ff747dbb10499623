// A digest is data: whatever stands in it, no page has an element, an attribute or a link that the
// templates did not write, and no route leaves the output folder.
#include "digest/parse_digest.hpp"
#include "render/render_route.hpp"
#include "small_site.hpp"
#include "text/tex_text.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace {

constexpr std::array<std::string_view, 9> kPayloads = {
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</title><svg/onload=alert(1)>",
    "<!--<script>",
    "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}",
    "../../../etc/passwd",
    "&lt;script&gt;&#x3c;script",
};

constexpr std::string_view kDataBlock = "<script type=\"application/ld+json\">";

/// How often `needle` stands in `text`.
std::size_t count(std::string_view text, std::string_view needle) {
  std::size_t found = 0;
  for (std::size_t at = text.find(needle); at != std::string_view::npos;
       at = text.find(needle, at + needle.size())) {
    ++found;
  }
  return found;
}

digest::Paper hostile_paper(std::string_view payload) {
  const std::string text(payload);
  digest::Paper paper = make_paper("title:" + text, "Title " + text);
  paper.arxiv_id.clear();
  paper.url.clear();
  paper.title_zh = "标题" + text;
  paper.category = text;
  paper.authors = {text, "A " + text};
  paper.affiliations = {text};
  paper.key_points = {text};
  paper.tldr = paper.motivation = paper.method = paper.advantage = text;
  paper.abstract = paper.abstract_zh = paper.venue = paper.remark = text;
  return paper;
}

class HostileText : public testing::TestWithParam<std::string_view> {};

TEST_P(HostileText, StaysTextOnEveryPage) {
  digest::Digest digest =
      make_digest(std::string(GetParam()), {2023, 2, 8}, {hostile_paper(GetParam())});
  digest.summary = digest.source_note = GetParam();
  const auto site = make_site({digest});

  for (const site::Route& route : site->routes()) {
    EXPECT_EQ(route.path.find(".."), std::string::npos) << route.path;
    const auto page = render::render_route(*site, route);
    ASSERT_TRUE(page.has_value()) << route.path;
    if (!page->media_type.starts_with("text/html")) {
      continue;
    }
    // The theme's own code comes from files, and data are no code.
    EXPECT_EQ(count(page->bytes, "<script"),
              count(page->bytes, "<script src=\"/assets/") + count(page->bytes, kDataBlock))
        << route.path;
    EXPECT_EQ(count(page->bytes, "<img"), 0U) << route.path;
    EXPECT_EQ(count(page->bytes, "onerror=alert(1)>"), 0U) << route.path;
    EXPECT_EQ(count(page->bytes, "' onmouseover='"), 0U) << route.path;
    EXPECT_EQ(count(page->bytes, "<svg/onload"), 0U) << route.path;
    EXPECT_EQ(count(page->bytes, "<!--"), 0U) << route.path;
    EXPECT_EQ(count(page->bytes, "href=\"javascript:"), 0U) << route.path;
    EXPECT_EQ(count(page->bytes, ">49<"), 0U) << route.path;
  }
}

TEST_P(HostileText, IsTheSameTextInTheSearchIndex) {
  const auto site = make_site({make_digest("a", {2023, 2, 8}, {hostile_paper(GetParam())})});

  for (const site::Route& route : site->routes()) {
    const auto page = render::render_route(*site, route);
    if (route.kind != site::RouteKind::search_file || page->media_type != "application/json") {
      continue;
    }
    const nlohmann::json file = nlohmann::json::parse(page->bytes);
    if (route.path.starts_with("/search/rows/")) {
      EXPECT_EQ(file.at("rows").at(0).at(1), text::decode_tex("Title " + std::string(GetParam())));
      EXPECT_TRUE(file.at("rows").at(0).at(0).get<std::string>().starts_with("/papers/"));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Payloads, HostileText, testing::ValuesIn(kPayloads));

TEST(HostileText, NeverBecomesALinkWithAnotherScheme) {
  for (const char* url : {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd",
                          "https://e.org/\"onclick=x", "HTTP://e.org/<script>"}) {
    const text::SourceText source("content/2023-02-08.txt",
                                  "LG - 机器学习 CL - 计算与语言\n1、[LG] A Title\nA Adams, B "
                                  "Brown\n[Tests]\n标题。摘要。\nText.\n" +
                                      std::string(url) + "\n");
    const auto parsed = digest::parse_digest(source);
    for (const digest::Paper& paper : parsed.value.digest.papers) {
      EXPECT_EQ(paper.url, "") << url;
    }
  }
}

}  // namespace
