// What pages tell programs is what the record says: read back out of the built pages.
#include "digest/identifiers.hpp"
#include "pipeline/load_site.hpp"
#include "render/render_route.hpp"
#include "small_site.hpp"
#include "text/url.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

namespace {

std::string unescaped(std::string text) {
  for (const auto& [reference, character] :
       {std::pair("&lt;", "<"), std::pair("&gt;", ">"), std::pair("&#34;", "\""),
        std::pair("&#39;", "'"), std::pair("&amp;", "&")}) {
    text = std::regex_replace(text, std::regex(reference), character);
  }
  return text;
}

/// What the first group of `pattern` matches, everywhere in `html`.
std::vector<std::string> found_in(const std::string& html, const std::string& pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator match(html.begin(), html.end(), regex), end; match != end; ++match) {
    found.push_back(unescaped((*match)[1]));
  }
  return found;
}

std::vector<std::string> meta(const std::string& html, const std::string& name) {
  return found_in(html, "<meta name=\"" + name + "\" content=\"([^\"]*)\">");
}

std::string page_of(const site::Site& site, const site::Route& route) {
  const auto page = render::render_route(site, route);
  return page ? page->bytes : std::string();
}

nlohmann::json linked_data(const std::string& html) {
  const std::vector<std::string> blocks =
      found_in(html, "<script type=\"application/ld\\+json\">([^<]*)</script>");
  return blocks.size() == 1 ? nlohmann::json::parse(blocks.front()) : nlohmann::json();
}

std::shared_ptr<const site::Site> own_site() {
  return pipeline::load_site(
             {.root = SITEGEN_PROJECT_DIR, .base_url = "https://example.org/papers"})
      .site;
}

/// `Qi, C R.` and `C R. Qi` are one name.
std::string turned(const std::string& inverted) {
  const std::size_t comma = inverted.find(", ");
  return comma == std::string::npos ? inverted
                                    : inverted.substr(comma + 2) + " " + inverted.substr(0, comma);
}

TEST(MachineValues, OfEveryPaperPageAreThoseOfTheRecord) {
  const auto site = own_site();
  for (std::uint32_t i = 0; i < site->catalog().papers.size(); ++i) {
    const digest::Paper& record = site->catalog().papers[i].record;
    const site::Route& route = site->route_of(catalog::PaperIndex{i});
    const std::string html = page_of(*site, route);
    const std::string permalink = "https://example.org" + route.href;

    EXPECT_EQ(meta(html, "citation_title"), std::vector{record.title});
    std::vector<std::string> authors = meta(html, "citation_author");
    std::ranges::transform(authors, authors.begin(), turned);
    EXPECT_EQ(authors, record.authors) << record.title;
    EXPECT_EQ(meta(html, "citation_abstract_html_url"), std::vector{permalink});
    EXPECT_TRUE(meta(html, "citation_pdf_url").empty()) << "no PDF is on this host";
    for (const std::string& date : meta(html, "citation_online_date")) {
      EXPECT_TRUE(std::regex_match(date, std::regex("\\d{4}/\\d{2}(/\\d{2})?"))) << date;
    }
    if (!record.arxiv_id.empty()) {
      EXPECT_EQ(meta(html, "citation_arxiv_id"), std::vector{record.arxiv_id});
      const int month = digest::arxiv_month(record.arxiv_id);
      EXPECT_TRUE(meta(html, "citation_publication_date")
                      .front()
                      .starts_with(std::to_string(month / 100) + "/"));
    }

    const nlohmann::json article = linked_data(html).at("@graph").at(0);
    EXPECT_EQ(article.at("@type"), "ScholarlyArticle");
    EXPECT_EQ(article.at("name"), record.title);
    EXPECT_EQ(article.at("url"), permalink);
    EXPECT_EQ(article.value("alternativeHeadline", ""), record.title_zh);
    std::vector<std::string> people;
    for (const nlohmann::json& person : article.value("author", nlohmann::json::array())) {
      people.push_back(person.at("name"));
    }
    EXPECT_EQ(people, record.authors);
    EXPECT_EQ(linked_data(html).at("@graph").at(1).at("@type"), "BreadcrumbList");
    EXPECT_EQ(linked_data(html)["@graph"][1]["itemListElement"].back().at("item"), permalink);
  }
}

TEST(MachineValues, OfEveryListNameItsPapers) {
  const auto site = own_site();
  for (const site::Route& route : site->routes()) {
    if (route.kind != site::RouteKind::day) {
      continue;
    }
    const std::string html = page_of(*site, route);
    std::vector<std::string> titles;
    for (const std::string& object : found_in(html, "<span class=\"Z3988\" title=\"([^\"]*)\">")) {
      for (const std::string& title : found_in(object, "rft\\.atitle=([^&]*)")) {
        titles.push_back(text::percent_decode(title));
      }
    }
    std::vector<std::string> expected;
    for (const catalog::DigestIndex digest : site->plan().days[route.subject].digests) {
      for (const auto& one : site->catalog().digests[digest.value].appearances) {
        expected.push_back(site->catalog().papers[one.paper.value].record.title);
      }
    }
    std::ranges::sort(titles);
    std::ranges::sort(expected);
    EXPECT_EQ(titles, expected) << route.path;
    EXPECT_EQ(linked_data(html).at("@graph").at(0).at("@type"), "CollectionPage");
  }
}

TEST(MachineValues, OfAHostilePaperStayData) {
  const std::string hostile = "</script><script>alert(1)</script><!--<script> \"'& \xE2\x80\xA8";
  digest::Paper paper = make_paper("2302.00001", hostile);
  paper.authors = {hostile};
  paper.abstract = paper.title_zh = hostile;
  const auto site = make_site({make_digest("a", {2023, 2, 8}, {paper})});
  const std::string html = page_of(*site, site->route_of(catalog::PaperIndex{0}));

  EXPECT_EQ(linked_data(html).at("@graph").at(0).at("name"),
            site->catalog().papers[0].record.title);
  EXPECT_EQ(html.find("<script>alert"), std::string::npos);
}

TEST(MachineValues, WithoutABaseUrlHoldNoHalfAddress) {
  const auto site = make_site({make_digest("a", {2023, 2, 8}, {make_paper("2302.00001", "A")})});
  const std::string html = page_of(*site, site->route_of(catalog::PaperIndex{0}));

  EXPECT_FALSE(linked_data(html).at("@graph").at(0).contains("url"));
  EXPECT_EQ(linked_data(html).at("@graph").size(), 1U) << "breadcrumbs need addresses";
  EXPECT_TRUE(meta(html, "citation_abstract_html_url").empty());
}

}  // namespace
