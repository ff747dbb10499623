#include "pipeline/site_sources.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

files::NamedSource named(std::string name, std::string bytes) {
  return {.name = name,
          .source = std::make_shared<const text::SourceText>("mine/" + name, std::move(bytes))};
}

/// The bytes of the one called `name`; a sentence if there is none.
std::string bytes_of(const std::vector<files::NamedSource>& sources, std::string_view name) {
  const auto found = std::ranges::find(sources, name, &files::NamedSource::name);
  return found == sources.end() ? "there is none" : std::string(found->source->bytes());
}

TEST(BuiltinSources, KeepWhatASiteReplacesUnderAnotherName) {
  files::SiteFolder folder;
  const std::string own = R"({% extends "default/paper.html" %})";
  folder.templates = {named("paper.html", own), named("day.html", "my own day")};

  EXPECT_TRUE(pipeline::add_builtin_sources(folder, "default").empty());

  EXPECT_EQ(bytes_of(folder.templates, "paper.html"), own);
  EXPECT_NE(bytes_of(folder.templates, "default/paper.html").find("{% extends \"base.html\" %}"),
            std::string::npos);
  EXPECT_EQ(bytes_of(folder.templates, "default/day.html"), "there is none");
}

TEST(BuiltinSources, KeepAThemesTemplateThatASiteReplaces) {
  files::SiteFolder folder;
  folder.templates = {named("paper.html", R"({% extends "theme/paper.html" %})")};

  EXPECT_TRUE(pipeline::add_builtin_sources(folder, "ledger").empty());

  EXPECT_NE(bytes_of(folder.templates, "theme/paper.html").find("default/paper.html"),
            std::string::npos);
  EXPECT_NE(bytes_of(folder.templates, "default/paper.html"), "there is none");
}

TEST(BuiltinSources, PutTokensInFrontOfTheOneStylesheet) {
  files::SiteFolder folder;
  folder.theme_found = true;
  folder.assets = {named("tokens.css", ":root { --accent: teal; }")};

  EXPECT_TRUE(pipeline::add_builtin_sources(folder, "mine").empty());

  EXPECT_TRUE(bytes_of(folder.assets, "style.css").starts_with(":root { --accent: teal; }"));
  EXPECT_NE(bytes_of(folder.assets, "style.css").find(".site-head"), std::string::npos);
  EXPECT_EQ(bytes_of(folder.assets, "tokens.css"), "there is none");
}

TEST(BuiltinSources, ReportAThemeThatIsNowhere) {
  files::SiteFolder folder;

  const auto said = pipeline::add_builtin_sources(folder, "legder");

  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said.front().code, "files/unknown-theme");
}

}  // namespace
