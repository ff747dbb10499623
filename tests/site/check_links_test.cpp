#include "site/check_links.hpp"

#include "small_site.hpp"

#include <gtest/gtest.h>

namespace {

using site::DeadLink;

TEST(FindDeadLinks, LooksUpEveryLinkInsideTheSite) {
  config::SiteConfig config;
  config.base_url = "https://e.org/papers";
  const auto site =
      make_site({make_digest("a", {2023, 2, 8}, {make_paper("2302.00001", "A")})}, config);

  const std::vector<DeadLink> dead = site::find_dead_links(
      *site,
      "<a href=\"/papers/\"> <a href=\"/papers/papers/2302.00001/#cite\"> <a href=\"/papers/no/\">"
      " <a href=\"/2023/\"> <a href=\"//other.org/\"> <a href=\"https://e.org/x\">"
      " <img src=\"/papers/x.png\"> <a href=\"/papers/no/\">");

  EXPECT_EQ(dead, (std::vector<DeadLink>{{"/2023/"}, {"/papers/no/"}, {"/papers/x.png"}}));
}

TEST(FindDeadLinks, ReadsPercentEncodedPaths) {
  digest::Paper paper = make_paper("2302.00001", "A");
  paper.affiliations = {"清华大学"};
  const auto site = make_site({make_digest("a", {2023, 2, 8}, {paper})});

  EXPECT_TRUE(site::find_dead_links(
                  *site, "<a href=\"/institutions/%E6%B8%85%E5%8D%8E%E5%A4%A7%E5%AD%A6/\">")
                  .empty());
}

}  // namespace
