#include "render/crawler_files.hpp"

#include "render/render_route.hpp"
#include "site/plan_files.hpp"
#include "small_site.hpp"
#include "xml_reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace {

std::shared_ptr<const site::Site> dated_site(const std::string& base_url) {
  config::SiteConfig config;
  config.base_url = base_url;
  return make_site({make_digest("a", {2023, 2, 8},
                                {make_paper("2302.00001", "A"), make_paper("2302.00002", "B")}),
                    make_digest("b", {2023, 3, 0}, {make_paper("2302.00001", "A")}),
                    make_digest("c", {}, {make_paper("2303.00003", "C")})},
                   config);
}

TEST(Sitemap, GivesEveryPageTheDateOfItsNewestDigest) {
  const auto site = dated_site("https://example.org/p");
  const XmlReader read(render::render_route(*site, *site->find("/sitemap.xml"))->bytes);

  const std::vector<std::string> pages = read.texts(element_path("urlset/url/loc"));
  EXPECT_EQ(static_cast<std::ptrdiff_t>(pages.size()),
            std::ranges::count_if(site->routes(), site::is_in_sitemap));
  std::map<std::string, std::string> dates;
  for (const std::string& page : pages) {
    const std::vector<std::string> date =
        read.texts("//*[local-name()='url'][*='" + page + "']/*[local-name()='lastmod']");
    dates[page] = date.empty() ? "" : date.front();
  }
  EXPECT_EQ(dates.at("https://example.org/p/"), "2023-03");
  EXPECT_EQ(dates.at("https://example.org/p/2023/02/08/"), "2023-02-08");
  EXPECT_EQ(dates.at("https://example.org/p/papers/2302.00001/"), "2023-03");
  EXPECT_EQ(dates.at("https://example.org/p/papers/2302.00002/"), "2023-02-08");
  EXPECT_EQ(dates.at("https://example.org/p/undated/c/"), "");
}

TEST(Sitemap, NeedsABaseUrl) {
  const auto site = dated_site("");

  EXPECT_EQ(site->find("/sitemap.xml"), nullptr);
  EXPECT_EQ(render::robots(*site), "User-agent: *\nAllow: /\n");
}

TEST(Sitemap, IsCutIntoPartsWithAnIndex) {
  std::vector<digest::Paper> papers;
  for (int i = 10'000; i < 62'000; ++i) {
    papers.push_back(make_paper("2302." + std::to_string(i), "P" + std::to_string(i)));
    papers.back().authors.clear();
    papers.back().affiliations.clear();
  }
  config::SiteConfig config;
  config.base_url = "https://example.org";
  config.related = 0;
  const auto site = make_site({make_digest("a", {2023, 2, 8}, std::move(papers))}, config);

  const XmlReader index(render::render_route(*site, *site->find("/sitemap.xml"))->bytes);
  const std::vector<std::string> parts = index.texts(element_path("sitemapindex/sitemap/loc"));
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[1], "https://example.org/sitemap-2.xml");
  std::size_t pages = 0;
  for (const char* const path : {"/sitemap-1.xml", "/sitemap-2.xml"}) {
    const XmlReader part(render::render_route(*site, *site->find(path))->bytes);
    const std::size_t count = part.texts(element_path("urlset/url")).size();
    EXPECT_LE(count, site::kSitemapAddresses);
    pages += count;
  }
  EXPECT_EQ(static_cast<std::ptrdiff_t>(pages),
            std::ranges::count_if(site->routes(), site::is_in_sitemap));
}

TEST(Llms, IsMarkdownWhoseLinksNoTitleCanBreak) {
  config::SiteConfig config;
  config.title = "A](x) <b>";
  const std::string text = render::llms(*make_site({}, config));

  EXPECT_TRUE(text.starts_with("# A\\](x) \\<b>\n")) << text;
}

}  // namespace
