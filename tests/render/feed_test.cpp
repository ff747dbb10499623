#include "render/feed.hpp"

#include "render/render_route.hpp"
#include "small_site.hpp"
#include "xml_reader.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace {

const std::string kSchema = std::string(SITEGEN_PROJECT_DIR) + "/tests/render/atom.rng";

std::string bytes_at(const site::Site& site, const std::string& path) {
  const site::Route* route = site.find(path);
  if (route == nullptr) {
    ADD_FAILURE() << path << " is no route";
    return {};
  }
  const auto page = render::render_route(site, *route);
  EXPECT_TRUE(page.has_value()) << path;
  return page ? page->bytes : std::string();
}

digest::Digest digest_of(const std::string& name, text::CalendarDate date, int first, int count) {
  std::vector<digest::Paper> papers;
  for (int i = first; i < first + count; ++i) {
    const std::string id = "2302." + std::to_string(10'000 + i);
    papers.push_back(make_paper(id, "Paper " + std::to_string(i)));
  }
  return make_digest(name, date, papers);
}

std::vector<std::string> ids_of(const std::string& atom) {
  return XmlReader(atom).texts(element_path("feed/entry/id"));
}

config::SiteConfig at(const std::string& base_url) {
  config::SiteConfig config;
  config.base_url = base_url;
  return config;
}

TEST(Feed, ListsWholeDigestsNewestFirst) {
  const auto site =
      make_site({digest_of("a", {2023, 2, 8}, 0, 20), digest_of("b", {2023, 2, 9}, 20, 20),
                 digest_of("c", {2023, 2, 10}, 40, 20)});

  const std::vector<catalog::PaperIndex> papers =
      render::feed_papers(*site, site->routes().front());

  ASSERT_EQ(papers.size(), 40U) << "the third digest does not fit whole";
  EXPECT_EQ(papers.front().value, 40U);
  EXPECT_EQ(papers.back().value, 39U);
}

TEST(Feed, CutsADigestThatIsLargerThanAFeed) {
  const auto site =
      make_site({digest_of("a", {2023, 2, 8}, 0, 1), digest_of("b", {2023, 2, 9}, 1, 80)});

  EXPECT_EQ(render::feed_papers(*site, site->routes().front()).size(), render::kFeedEntries);
  EXPECT_EQ(ids_of(bytes_at(*site, "/categories/lg/feed.xml")).size(), render::kFeedEntries);
}

TEST(Feed, ShowsAPaperAgainWhenANewDigestListsIt) {
  const auto site =
      make_site({digest_of("a", {2023, 2, 8}, 0, 3), digest_of("b", {2023, 3, 9}, 2, 2)});
  const std::string atom = bytes_at(*site, "/feed.xml");

  const XmlReader read(atom);
  EXPECT_EQ(read.texts(element_path("feed/entry/id")).size(), 4U);
  EXPECT_EQ(read.texts(element_path("feed/entry/published")).front(), "2023-02-08T00:00:00Z");
  EXPECT_EQ(read.texts(element_path("feed/entry/updated")).front(), "2023-03-09T00:00:00Z");
  EXPECT_EQ(read.texts(element_path("feed/updated")).front(), "2023-03-09T00:00:00Z");
}

TEST(Feed, KeepsItsIdsWhenTheSiteMovesAndATitleChanges) {
  const auto before = make_site({digest_of("a", {2023, 2, 8}, 0, 3)});
  digest::Digest changed = digest_of("a", {2023, 2, 8}, 0, 3);
  changed.papers[0].title = "Another title";
  const auto after = make_site({changed}, at("https://elsewhere.org/deep/down"));

  EXPECT_EQ(ids_of(bytes_at(*before, "/feed.xml")), ids_of(bytes_at(*after, "/feed.xml")));
  EXPECT_EQ(ids_of(bytes_at(*before, "/feed.xml")).front(),
            "tag:digests.invalid,2024:papers/2302.10000");
}

TEST(Feed, NamesItsEntriesByTheAuthorityOfTheSite) {
  config::SiteConfig config;
  config.feeds.authority = "example.org,2023-02";
  const auto site = make_site({digest_of("a", {2023, 2, 8}, 0, 1)}, config);

  EXPECT_EQ(ids_of(bytes_at(*site, "/feed.xml")).front(),
            "tag:example.org,2023-02:papers/2302.10000");
}

TEST(Feed, FollowsTheSchemasWithAndWithoutPapersDatesAndAuthors) {
  digest::Digest undated = digest_of("u", {}, 50, 1);
  undated.papers[0].authors.clear();
  undated.papers[0].affiliations.clear();
  undated.papers[0].category.clear();
  undated.papers[0].url.clear();
  for (const auto& site :
       {make_site({}, at("https://example.org")), make_site({undated}, at("https://example.org")),
        make_site({digest_of("a", {2023, 2, 0}, 0, 3), undated}, at("https://example.org")),
        make_site({digest_of("a", {2023, 2, 8}, 0, 3)})}) {
    const std::string atom = bytes_at(*site, "/feed.xml");
    EXPECT_TRUE(XmlReader(atom).follows(kSchema)) << atom;
    EXPECT_TRUE(XmlReader(bytes_at(*site, "/rss.xml")).is_well_formed());
    const nlohmann::json json = nlohmann::json::parse(bytes_at(*site, "/feed.json"));
    EXPECT_EQ(json.at("version"), "https://jsonfeed.org/version/1.1");
    EXPECT_TRUE(json.at("title").is_string());
    for (const nlohmann::json& item : json.at("items")) {
      EXPECT_TRUE(item.at("id").get<std::string>().starts_with("tag:"));
      EXPECT_TRUE(item.at("content_html").is_string());
    }
  }
}

TEST(Feed, IsXmlWhateverBytesTheRecordHas) {
  std::string all;
  for (int byte = 1; byte < 256; ++byte) {
    all.push_back(static_cast<char>(byte));
  }
  all += "\xEF\xBF\xBE \xEF\xBF\xBF \xED\xA0\x80 ]]> </content><script>alert(1)</script> &#1;";
  digest::Paper paper = make_paper("2302.00001", all);
  paper.title_zh = paper.tldr = paper.abstract = paper.abstract_zh = paper.method = all;
  paper.key_points = paper.authors = paper.affiliations = {all};
  paper.category = all;
  const auto site = make_site({make_digest("a", {2023, 2, 8}, {paper})});

  for (const site::Route& route : site->routes()) {
    if (route.kind != site::RouteKind::feed || route.format == site::FileFormat::json_feed) {
      continue;
    }
    const XmlReader read(bytes_at(*site, route.path));
    ASSERT_TRUE(read.is_well_formed()) << route.path;
    for (const std::string& content : read.texts("//*[local-name()='content']")) {
      EXPECT_EQ(content.find("<script"), std::string::npos) << "it is text in the HTML, too";
      EXPECT_NE(content.find("&lt;script"), std::string::npos);
    }
  }
  EXPECT_TRUE(nlohmann::json::accept(bytes_at(*site, "/feed.json")));
}

TEST(Feed, StaysBelowAMegabyte) {
  digest::Digest digest = digest_of("a", {2023, 2, 8}, 0, 50);
  for (digest::Paper& paper : digest.papers) {
    paper.abstract.assign(60'000, '<');
  }
  digest.papers[1].abstract.assign(3'000'000, 'x');
  digest.papers[2].authors.assign(10'000, "A Person");
  const auto site = make_site({digest});

  for (const char* const path : {"/feed.xml", "/rss.xml", "/feed.json"}) {
    const std::string bytes = bytes_at(*site, path);
    EXPECT_LT(bytes.size(), 1'000'000U) << path;
    EXPECT_GT(bytes.size(), 300'000U) << path;
  }
}

TEST(Feed, HoldsTheWholeRecordInBothLanguages) {
  digest::Paper paper = make_paper("2302.00001", "A Title");
  paper.title_zh = "标题";
  paper.tldr = "一句话。";
  paper.key_points = {"要点一", "要点二"};
  paper.abstract = "An abstract.";
  paper.abstract_zh = "摘要。";
  const auto site = make_site({make_digest("a", {2023, 2, 8}, {paper})});

  const std::vector<std::string> contents =
      XmlReader(bytes_at(*site, "/feed.xml")).texts(element_path("feed/entry/content"));

  ASSERT_EQ(contents.size(), 1U);
  for (const char* const part :
       {"<h2 lang=\"zh-Hans\">标题</h2>", "<p lang=\"en\">J Andreas, W Chen</p>", "MIT CSAIL",
        "<p lang=\"zh-Hans\">一句话。</p>", "<li lang=\"zh-Hans\">要点一</li>",
        "<p lang=\"zh-Hans\">摘要。</p>", "<p lang=\"en\">An abstract.</p>",
        "href=\"https://arxiv.org/abs/2302.00001\""}) {
    EXPECT_NE(contents.front().find(part), std::string::npos) << part;
  }
}

}  // namespace
