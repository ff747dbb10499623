// The project's own site, as a reader meets it: built whole, crawled from the index, and built
// again in every other way that must give the same bytes.
#include "diagnostics/show_diagnostic.hpp"
#include "pipeline/load_site.hpp"
#include "publish/write_site.hpp"
#include "render/render_route.hpp"
#include "temporary_folder.hpp"
#include "text/url.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <regex>
#include <string>

namespace {

pipeline::LoadedSite load_own_site(unsigned threads = 0, const std::string& base_url = "") {
  return pipeline::load_site(
      {.root = SITEGEN_PROJECT_DIR, .base_url = base_url, .threads = threads});
}

/// Every page of `site` by its address.
std::map<std::string, std::string> render_all(const site::Site& site) {
  std::map<std::string, std::string> pages;
  for (const site::Route& route : site.routes()) {
    const auto page = render::render_route(site, route);
    EXPECT_TRUE(page.has_value()) << diagnostics::show_diagnostic(page.error(),
                                                                  diagnostics::Colour::no);
    if (page) {
      pages[route.href] = page->bytes;
    }
  }
  return pages;
}

/// Links of a page, and where its forms lead, that stay on the site, without query and fragment.
std::vector<std::string> links_of(const std::string& html) {
  static const std::regex kLink("(?:href|src|action)=\"(/[^\"#?]*)");
  return {std::sregex_token_iterator(html.begin(), html.end(), kLink, 1), {}};
}

TEST(OwnSite, LoadsWithoutAnError) {
  for (const diagnostics::Diagnostic& one : load_own_site().diagnostics) {
    EXPECT_NE(one.severity, diagnostics::Severity::error)
        << diagnostics::show_diagnostic(one, diagnostics::Colour::no);
    EXPECT_NE(one.code, "digest/unclaimed-line")
        << diagnostics::show_diagnostic(one, diagnostics::Colour::no);
  }
}

TEST(OwnSite, HasTheContentThatTheProjectPromises) {
  const auto site = load_own_site().site;

  EXPECT_GE(site->catalog().digests.size(), 8U);
  EXPECT_GE(site->catalog().papers.size(), 70U);
  EXPECT_GE(site->catalog().months.size(), 3U);
  EXPECT_TRUE(std::ranges::any_of(site->catalog().papers, [](const catalog::CatalogPaper& paper) {
    return paper.appearances.size() > 1;
  }));
}

class Crawl : public testing::TestWithParam<std::string> {};

TEST_P(Crawl, FindsNoDeadLinkNoOrphanAndNothingDeeperThanFourClicks) {
  const auto site = load_own_site(0, GetParam()).site;
  const std::map<std::string, std::string> pages = render_all(*site);
  std::map<std::string, int> depths = {{site->routes().front().href, 0}};
  std::deque<std::string> waiting = {site->routes().front().href};

  while (!waiting.empty()) {
    const std::string address = waiting.front();
    waiting.pop_front();
    for (const std::string& link : links_of(pages.at(address))) {
      ASSERT_TRUE(pages.contains(link)) << address << " links to " << link;
      if (depths.emplace(link, depths.at(address) + 1).second) {
        waiting.push_back(link);
      }
    }
  }

  for (const site::Route& route : site->routes()) {
    // Shown for what is not there, read by a script, or known by their names: nothing links to
    // them.
    if (route.kind == site::RouteKind::not_found || route.kind == site::RouteKind::search_file ||
        route.kind == site::RouteKind::discovery) {
      continue;
    }
    ASSERT_TRUE(depths.contains(route.href)) << route.href << " is linked from nowhere";
    EXPECT_LE(depths.at(route.href), 4) << route.href;
  }
}

INSTANTIATE_TEST_SUITE_P(BaseUrls, Crawl, testing::Values("", "https://example.org/papers"));

TEST(OwnSite, IsTheSameForAnyNumberOfJobs) {
  const TemporaryFolder folder;
  (void)publish::write_site(*load_own_site(1).site,
                            {.output = folder.path() + "/one", .threads = 1});
  (void)publish::write_site(*load_own_site(7).site,
                            {.output = folder.path() + "/seven", .threads = 7});

  const auto one = read_tree(folder.path() + "/one");
  EXPECT_GT(one.size(), 100U);
  EXPECT_EQ(one, read_tree(folder.path() + "/seven"));
}

TEST(OwnSite, LoadsNothingFromOtherHostsAndHasNoInlineCode) {
  const auto site = load_own_site().site;
  const std::regex foreign(
      R"#(<(?:script|img|link|iframe)[^>]+(?:src|href)="(?:https?:)?//[^"]*")#");
  const std::regex inline_code(
      R"#(<style|\sstyle="|\son[a-z]+="|<script(?![^>]*\ssrc=)(?! type="application/ld\+json"))#");

  for (const auto& [address, html] : render_all(*site)) {
    if (!address.ends_with('/')) {
      continue;
    }
    std::smatch found;
    std::string relevant = std::regex_replace(
        html, std::regex(R"#(<link rel="(?:canonical|cite-as|item|type)"[^>]*>)#"), "");
    EXPECT_FALSE(std::regex_search(relevant, found, foreign)) << address << ": " << found[0];
    EXPECT_FALSE(std::regex_search(relevant, found, inline_code)) << address << ": " << found[0];
  }
}

TEST(OwnSite, NamesNoIdTwiceOnAPage) {
  const auto site = load_own_site().site;
  const std::regex id("\\sid=\"([^\"]*)\"");

  for (const auto& [address, html] : render_all(*site)) {
    std::map<std::string, int> ids;
    for (std::sregex_token_iterator match(html.begin(), html.end(), id, 1), end; match != end;
         ++match) {
      EXPECT_EQ(++ids[*match], 1) << address << " has two elements with the id " << *match;
    }
  }
}

}  // namespace
