#include "render/page_facts.hpp"

#include "small_site.hpp"
#include "text/unicode.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

config::SiteConfig english() {
  config::SiteConfig config;
  config.language = "en";
  return config;
}

std::string description_of(const site::Site& site, site::RouteKind kind) {
  const auto route = std::ranges::find(site.routes(), kind, &site::Route::kind);
  return route == site.routes().end() ? "no such page"
                                      : render::page_facts(site, *route).description;
}

TEST(PageFacts, SayInNumbersAndTitlesWhatNobodyDescribed) {
  digest::Paper named = make_paper("2302.00001", "Methods Without Names");
  named.title_zh = "没有名字的方法";
  named.authors = {"A Adams", "B Brown", "C Clark", "D Davis"};
  const auto site = make_site(
      {make_digest("a", {2023, 2, 8}, {named, make_paper("2302.00002", "Another")})}, english());

  EXPECT_EQ(description_of(*site, site::RouteKind::index), "2 papers · 1 digest");
  EXPECT_EQ(description_of(*site, site::RouteKind::day),
            "2 papers · Methods Without Names · Another");
  EXPECT_EQ(description_of(*site, site::RouteKind::paper),
            "没有名字的方法 · A Adams · B Brown · C Clark");
  EXPECT_EQ(description_of(*site, site::RouteKind::term), "Machine Learning · 2 papers · Feb 2023");
  EXPECT_EQ(description_of(*site, site::RouteKind::not_found), "");
}

TEST(PageFacts, TakeTheBeginningOfAnAbstractAndCutNoWord) {
  digest::Paper paper = make_paper("2302.00001", "Long");
  for (int i = 0; i < 60; ++i) {
    paper.abstract += "seven77 ";
  }
  paper.abstract_zh = "短";
  const auto site = make_site({make_digest("a", {2023, 2, 8}, {paper})}, english());

  const std::string description = description_of(*site, site::RouteKind::paper);

  EXPECT_TRUE(description.ends_with("seven77…")) << description;
  EXPECT_EQ(text::grapheme_prefix_size(description, render::kDescriptionSize), description.size());
  EXPECT_GT(description.size(), render::kDescriptionSize - 10);
}

TEST(PageFacts, SpeakTheLanguageOfTheSite) {
  digest::Paper named = make_paper("2302.00001", "Methods Without Names");
  named.title_zh = "没有名字的方法";
  const auto site = make_site({make_digest("a", {2023, 2, 8}, {named})});

  EXPECT_EQ(description_of(*site, site::RouteKind::day), "1 篇论文 · 没有名字的方法");
}

TEST(PageFacts, KeepWhatADigestSaysInOneSentence) {
  digest::Paper paper = make_paper("2302.00001", "Told");
  paper.tldr = "One sentence.";
  paper.abstract = "Many more.";
  digest::Digest told = make_digest("a", {2023, 2, 8}, {paper});
  told.summary = "Told in one";
  const auto site = make_site({told});

  EXPECT_EQ(description_of(*site, site::RouteKind::paper), "One sentence.");
  EXPECT_EQ(description_of(*site, site::RouteKind::day), "Told in one");
}

}  // namespace
