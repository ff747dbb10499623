#include "site/plan_routes.hpp"

#include "site/route_clashes.hpp"
#include "small_site.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

std::vector<std::string> paths_of(const site::Site& site) {
  std::vector<std::string> paths;
  for (const site::Route& route : site.routes()) {
    if (route.kind != site::RouteKind::asset && route.format == site::FileFormat::page) {
      paths.push_back(route.path);
    }
  }
  return paths;
}

TEST(PlanRoutes, GivesEveryThingItsPlace) {
  const auto site = make_site({make_digest("a", {2023, 2, 8}, {make_paper("2302.00001", "A")}),
                               make_digest("b", {2023, 3, 0}, {make_paper("2303.00001", "B")}),
                               make_digest("c", {}, {make_paper("2303.00002", "C")})});

  EXPECT_EQ(paths_of(*site), (std::vector<std::string>{"/",
                                                       "/2023/",
                                                       "/2023/02/",
                                                       "/2023/03/",
                                                       "/2023/02/08/",
                                                       "/2023/03/b/",
                                                       "/undated/c/",
                                                       "/papers/2302.00001/",
                                                       "/papers/2303.00001/",
                                                       "/papers/2303.00002/",
                                                       "/categories/",
                                                       "/categories/lg/",
                                                       "/authors/",
                                                       "/authors/j-andreas/",
                                                       "/authors/w-chen/",
                                                       "/institutions/",
                                                       "/institutions/mit-csail/",
                                                       "/titles/",
                                                       "/404.html",
                                                       "/search/",
                                                       "/search/index.json",
                                                       "/search/facets.json",
                                                       "/search/terms/0.bin",
                                                       "/search/rows/0.json",
                                                       "/data/"}));
}

TEST(PlanRoutes, DescribesTheSearchOnlyWhereTheSiteKnowsItsAddress) {
  EXPECT_EQ(make_site({})->find("/opensearch.xml"), nullptr);
  EXPECT_NE(make_site({}, {.base_url = "https://example.org"})->find("/opensearch.xml"), nullptr);
}

TEST(PlanRoutes, ShowsTwoDigestsOfOneDayOnOnePage) {
  const auto site = make_site({make_digest("a", {2023, 2, 8}, {make_paper("2302.00001", "A")}),
                               make_digest("b", {2023, 2, 8}, {make_paper("2302.00002", "B")})});

  ASSERT_EQ(site->plan().days.size(), 1U);
  EXPECT_EQ(site->plan().days[0].digests.size(), 2U);
  EXPECT_EQ(site->route_of(catalog::DigestIndex{1}).path, "/2023/02/08/");
}

TEST(PlanRoutes, CutsListsIntoPages) {
  config::SiteConfig config;
  config.paginate = {.papers = 2, .terms = 1};
  const auto site =
      make_site({make_digest("a", {2023, 2, 8},
                             {make_paper("2302.00001", "A"), make_paper("2302.00002", "B"),
                              make_paper("2302.00003", "C")})},
                config);

  EXPECT_NE(site->find("/categories/lg/page/2/"), nullptr);
  EXPECT_EQ(site->find("/categories/lg/page/3/"), nullptr);
  EXPECT_NE(site->find("/authors/page/2/"), nullptr);
}

TEST(PlanRoutes, LeavesOutTaxonomiesThatAreOff) {
  config::SiteConfig config;
  config.taxonomies.authors = false;
  const auto site =
      make_site({make_digest("a", {2023, 2, 8}, {make_paper("2302.00001", "A")})}, config);

  EXPECT_EQ(site->find("/authors/"), nullptr);
  EXPECT_EQ(site->route_of(catalog::Taxonomy::author, {0}), nullptr);
  EXPECT_NE(site->find("/categories/"), nullptr);
}

TEST(PlanRoutes, PutsTheBasePathAndPercentEncodingIntoLinks) {
  config::SiteConfig config;
  config.base_url = "https://e.org/a b";
  digest::Paper paper = make_paper("2302.00001", "A");
  paper.affiliations = {"清华"};
  const auto site = make_site({make_digest("a", {2023, 2, 8}, {paper})}, config);

  const site::Route* route = site->find("/institutions/清华/");
  ASSERT_NE(route, nullptr);
  EXPECT_EQ(route->href, "/a%20b/institutions/%E6%B8%85%E5%8D%8E/");
}

TEST(PageCount, IsAtLeastOne) {
  EXPECT_EQ(site::page_count(0, 10), 1U);
  EXPECT_EQ(site::page_count(10, 10), 1U);
  EXPECT_EQ(site::page_count(11, 10), 2U);
}

TEST(FindRouteClashes, NamesBothSources) {
  pipeline::AssemblyInput input;
  input.digests = {make_digest("a", {2023, 2, 8}, {make_paper("2302.00001", "A")})};
  input.folder.pages.push_back({.name = "Categories.md",
                                .source = std::make_shared<const text::SourceText>(
                                    "content/pages/Categories.md", "---\ntitle: Clash\n---\n")});
  input.folder.pages.push_back({.name = "!.md",
                                .source = std::make_shared<const text::SourceText>(
                                    "content/pages/!.md", "---\ntitle: Nameless\n---\n")});

  const pipeline::LoadedSite loaded = pipeline::assemble_site(std::move(input), 1);

  const auto clash =
      std::ranges::find(loaded.diagnostics, "site/permalink-clash", &diagnostics::Diagnostic::code);
  ASSERT_NE(clash, loaded.diagnostics.end());
  EXPECT_EQ(clash->where.path, "content/pages/Categories.md");
  EXPECT_NE(clash->message.find("/categories/"), std::string::npos);
  EXPECT_NE(
      std::ranges::find(loaded.diagnostics, "site/no-permalink", &diagnostics::Diagnostic::code),
      loaded.diagnostics.end());
}

}  // namespace
