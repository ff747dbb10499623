#include "config/site_config.hpp"

#include <gtest/gtest.h>

namespace {

using config::parse_site_config;

TEST(ParseSiteConfig, ReadsEveryKey) {
  const text::SourceText source("site.yaml", R"(title: Papers
description: A few a day
base_url: https://example.org/papers/
language: en
author: Ann
theme: quiet
categories:
  LG: Machine learning
  AS: {name: Audio, arxiv: eess.AS}
taxonomies:
  institutions: false
paginate:
  papers: 20
  terms: 100
encoding: {late-march: big5, old: GBK}
dates:
  late-march: 2023-03-28
related: 3
social_cards: true
feeds:
  authority: ann@example.org,2024-05
  min_papers: 4
  term_formats: all
citations: {min_papers: 0}
data: {sqlite: true}
)");

  const auto [config, diagnostics] = parse_site_config(source);

  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(config.title, "Papers");
  EXPECT_EQ(config.base_url, "https://example.org/papers");
  EXPECT_EQ(config.language, "en");
  EXPECT_EQ(config.categories.at("LG").name, "Machine learning");
  EXPECT_EQ(config.categories.at("AS").arxiv, "eess.AS");
  EXPECT_FALSE(config.taxonomies.institutions);
  EXPECT_TRUE(config.taxonomies.authors);
  EXPECT_EQ(config.paginate.papers, 20U);
  EXPECT_EQ(config.dates.at("late-march"), (text::CalendarDate{2023, 3, 28}));
  EXPECT_EQ(config.encoding.by_digest.at("late-march"), text::Encoding::big5);
  EXPECT_EQ(config.encoding.by_digest.at("old"), text::Encoding::gb18030);
  EXPECT_EQ(config.encoding.others, std::nullopt);
  EXPECT_EQ(config.related, 3U);
  EXPECT_TRUE(config.social_cards);
  EXPECT_EQ(config.feeds.authority, "ann@example.org,2024-05");
  EXPECT_EQ(config.feeds.min_papers, 4U);
  EXPECT_EQ(config.feeds.term_formats, "all");
  EXPECT_EQ(config.citations.min_papers, 0U);
  EXPECT_TRUE(config.data.sqlite);
}

TEST(ParseSiteConfig, WantsAnAuthorityThatCanStandInATag) {
  for (const char* const bad : {"example.org", "Example.org,2024", "example.org,24", ",2024",
                                "a b,2024", "example.org:x,2024", "example.org,2024-13"}) {
    const text::SourceText source("site.yaml",
                                  "feeds: {authority: \"" + std::string(bad) + "\"}\n");
    const auto [config, diagnostics] = parse_site_config(source);
    ASSERT_EQ(diagnostics.size(), 1U) << bad;
    EXPECT_EQ(diagnostics[0].code, "config/bad-value");
    EXPECT_EQ(config.feeds.authority, config::FeedsConfig().authority);
  }
}

TEST(ParseSiteConfig, HasDefaultsForAnEmptyFile) {
  const auto [config, diagnostics] = parse_site_config(text::SourceText("site.yaml", ""));

  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(config.language, "zh");
  EXPECT_EQ(config.theme, "default");
}

TEST(ParseSiteConfig, ReportsEveryMistakeInOneRunAndSuggestsWhatWasMeant) {
  const text::SourceText source("site.yaml",
                                "titel: Papers\nlanguage: de\npaginate: {papers: many}\n"
                                "base_url: javascript:alert(1)\ndates: {a: someday}\n");

  const auto [config, diagnostics] = parse_site_config(source);

  ASSERT_EQ(diagnostics.size(), 5U);
  EXPECT_EQ(diagnostics[0].code, "config/unknown-key");
  EXPECT_EQ(diagnostics[0].remedy, "did you mean \"title\"?");
  EXPECT_EQ(diagnostics[0].where.line, 1);
  EXPECT_EQ(diagnostics[1].code, "config/bad-value");
  EXPECT_EQ(diagnostics[2].code, "config/wrong-type");
  EXPECT_EQ(diagnostics[2].where.column, 20);
  EXPECT_EQ(diagnostics[3].code, "config/bad-value");
  EXPECT_EQ(diagnostics[4].code, "config/bad-value");
  EXPECT_EQ(config.base_url, "");
}

TEST(ParseSiteConfig, ReportsBrokenYaml) {
  const auto [config, diagnostics] =
      parse_site_config(text::SourceText("site.yaml", "title: [open\n"));

  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].code, "config/bad-yaml");
}

TEST(ParseSiteConfig, KeepsAThemeInItsFolder) {
  const auto [config, diagnostics] =
      parse_site_config(text::SourceText("site.yaml", "theme: ../../etc\n"));

  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(config.theme, "default");
}

}  // namespace
