#include "site/plan_files.hpp"

#include "site/file_routes.hpp"
#include "small_site.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

/// Three papers by J Andreas and W Chen, one of them by an author of its own.
std::shared_ptr<const site::Site> sample_site(const config::SiteConfig& config = {}) {
  digest::Paper alone = make_paper("2302.00003", "C");
  alone.authors.emplace_back("O Once");
  return make_site({make_digest("a", {2023, 2, 8},
                                {make_paper("2302.00001", "A"), make_paper("2302.00002", "B")}),
                    make_digest("b", {2023, 2, 9}, {alone, make_paper("2302.00001", "A")})},
                   config);
}

std::vector<std::string> files_below(const site::Site& site, const std::string& folder) {
  std::vector<std::string> files;
  for (const site::Route& route : site.routes()) {
    if (route.format != site::FileFormat::page && route.path.starts_with(folder)) {
      files.push_back(route.path.substr(folder.size()));
    }
  }
  return files;
}

TEST(PlanFiles, PutsFilesBesideTheListsTheyAreOf) {
  const auto site = sample_site();
  using Files = std::vector<std::string>;

  EXPECT_EQ(files_below(*site, "/2023/02/08/"),
            (Files{"papers.bib", "papers.ris", "papers.csl.json"}));
  EXPECT_EQ(
      files_below(*site, "/categories/lg/"),
      (Files{"feed.xml", "rss.xml", "feed.json", "papers.bib", "papers.ris", "papers.csl.json"}));
  EXPECT_EQ(files_below(*site, "/data/"),
            (Files{"papers.bib", "papers.ris", "papers.csl.json", "papers.jsonl", "papers.csv",
                   "papers.schema.json"}));
  EXPECT_EQ(files_below(*site, "/papers/"), Files{}) << "never one a paper";
}

TEST(PlanFiles, SparesAuthorsOfOnePaper) {
  const auto site = sample_site();
  using Files = std::vector<std::string>;

  EXPECT_EQ(files_below(*site, "/authors/w-chen/"), (Files{"feed.xml", "papers.bib"}));
  EXPECT_EQ(files_below(*site, "/authors/o-once/"), Files{});
  EXPECT_EQ(files_below(*site, "/institutions/mit-csail/"), Files{"feed.xml"});
}

TEST(PlanFiles, FollowsTheSettings) {
  config::SiteConfig config;
  config.feeds.min_papers = 1;
  config.feeds.term_formats = "all";
  config.citations.min_papers = 0;
  const auto site = sample_site(config);
  using Files = std::vector<std::string>;

  EXPECT_EQ(files_below(*site, "/authors/o-once/"), (Files{"feed.xml", "rss.xml", "feed.json"}));
}

TEST(FileRoutes, KnowThePapersOfAListEachOnce) {
  const auto site = sample_site();

  EXPECT_EQ(site::papers_of_list(*site, *site->find("/2023/02/")).size(), 3U);
  EXPECT_EQ(site::papers_of_list(*site, *site->find("/2023/02/09/")).size(), 2U);
  EXPECT_EQ(site::papers_of_list(*site, *site->find("/")).size(), 3U);
  EXPECT_EQ(site::citations_of(*site, *site->find("/2023/02/")).size(), 3U);
  EXPECT_TRUE(site::feeds_of(*site, *site->find("/2023/02/")).empty());
}

}  // namespace
