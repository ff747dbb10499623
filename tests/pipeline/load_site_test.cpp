#include "pipeline/load_site.hpp"

#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using diagnostics::Diagnostic;

bool says(const std::vector<Diagnostic>& list, const std::string& code, const std::string& path) {
  return std::ranges::any_of(
      list, [&](const Diagnostic& one) { return one.code == code && one.where.path == path; });
}

TEST(LoadSite, FailsWithoutSiteYaml) {
  const TemporaryFolder folder;

  const pipeline::LoadedSite loaded = pipeline::load_site({.root = folder.path()});

  EXPECT_EQ(loaded.site, nullptr);
  ASSERT_EQ(loaded.diagnostics.size(), 1U);
  EXPECT_EQ(loaded.diagnostics[0].code, "files/no-site");
}

TEST(LoadSite, MakesASiteOfNothingButASettingsFile) {
  const TemporaryFolder folder;
  folder.write("site.yaml", "title: Empty\n");

  const pipeline::LoadedSite loaded = pipeline::load_site({.root = folder.path()});

  ASSERT_NE(loaded.site, nullptr);
  EXPECT_TRUE(loaded.diagnostics.empty());
  EXPECT_NE(loaded.site->find("/"), nullptr);
}

/// The digests, the settings, the templates and the pages are all looked at in one run.
TEST(LoadSite, SaysEverythingThatIsWrongAtOnce) {
  const TemporaryFolder folder;
  folder.write("site.yaml", "titel: Typo\ntheme: missing\n");
  folder.write("content/empty.txt", "");
  folder.write("content/binary.txt", std::string("\x7F"
                                                 "ELF\0\0\0\1\0",
                                                 10));
  folder.write("content/pages/about.md", "---\ntitle: [\n---\n");
  folder.write("templates/a.html", "{% if %}");
  folder.write("templates/b.html", "{{ x | uper }}");

  const pipeline::LoadedSite loaded = pipeline::load_site({.root = folder.path()});

  ASSERT_NE(loaded.site, nullptr);
  EXPECT_TRUE(says(loaded.diagnostics, "config/unknown-key", "site.yaml"));
  EXPECT_TRUE(says(loaded.diagnostics, "files/unknown-theme", "site.yaml"));
  EXPECT_TRUE(says(loaded.diagnostics, "config/bad-yaml", "content/pages/about.md"));
  EXPECT_TRUE(says(loaded.diagnostics, "jinja/syntax", "templates/a.html"));
  EXPECT_TRUE(says(loaded.diagnostics, "jinja/unknown-filter", "templates/b.html"));
  const auto of_file = [&](const std::string& path) {
    return std::ranges::count(loaded.diagnostics, path,
                              [](const Diagnostic& one) { return one.where.path; });
  };
  EXPECT_GE(of_file("content/empty.txt"), 1);
  EXPECT_GE(of_file("content/binary.txt"), 1);
}

TEST(LoadSite, TakesTheBaseUrlOfTheCommandLine) {
  const TemporaryFolder folder;
  folder.write("site.yaml", "title: A\nbase_url: https://a.example\n");

  EXPECT_EQ(pipeline::load_site({.root = folder.path(), .base_url = "https://b.example/x/"})
                .site->routes()
                .front()
                .href,
            "/x/");
  const pipeline::LoadedSite wrong =
      pipeline::load_site({.root = folder.path(), .base_url = "ftp://b.example"});
  EXPECT_TRUE(says(wrong.diagnostics, "config/bad-value", "--base-url"));
}

TEST(LoadSite, PrefersTheSitesTemplatesToItsThemesToTheBuiltInOnes) {
  const TemporaryFolder folder;
  folder.write("site.yaml", "title: A\ntheme: own\n");
  folder.write("themes/own/templates/404.html", "theme");
  folder.write("themes/own/templates/page.html", "theme");
  folder.write("templates/404.html", "site");

  const pipeline::LoadedSite loaded = pipeline::load_site({.root = folder.path()});

  std::string out;
  EXPECT_EQ(loaded.site->templates().render("404.html", {}, {}, out), std::nullopt);
  EXPECT_EQ(out, "site");
  out.clear();
  EXPECT_EQ(loaded.site->templates().render("page.html", {}, {}, out), std::nullopt);
  EXPECT_EQ(out, "theme");
}

}  // namespace
