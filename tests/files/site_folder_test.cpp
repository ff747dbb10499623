#include "files/site_folder.hpp"

#include "temporary_folder.hpp"

#include <gtest/gtest.h>

namespace {

TEST(ReadSiteFolder, SortsFilesIntoTheirKindsByName) {
  const TemporaryFolder folder;
  folder.write("content/digests/b.txt", "b");
  folder.write("content/a.txt", "a");
  folder.write("content/摘要/论文.txt", "c");
  folder.write("content/pages/about.md", "about");
  folder.write("content/.hidden.txt", "no");
  folder.write("content/a.txt~", "no");
  folder.write("templates/partials/x.html", "x");
  folder.write("themes/quiet/assets/style.css", "css");
  folder.write("themes/quiet/templates/day.html", "day");
  folder.write("themes/quiet/templates/partials/x.html", "replaced");
  folder.write("themes/quiet/strings/en.yaml", "a: b");

  const auto [read, diagnostics] = files::read_site_folder(folder.path(), "quiet");

  EXPECT_TRUE(diagnostics.empty());
  ASSERT_EQ(read.digests.size(), 3U);
  EXPECT_EQ(read.digests[0]->path(), "content/a.txt");
  EXPECT_EQ(read.digests[1]->path(), "content/digests/b.txt");
  EXPECT_EQ(read.digests[2]->path(), "content/摘要/论文.txt");
  ASSERT_EQ(read.pages.size(), 1U);
  EXPECT_EQ(read.pages[0].name, "about.md");
  ASSERT_EQ(read.templates.size(), 3U);
  EXPECT_EQ(read.templates[0].source->bytes(), "x");
  EXPECT_EQ(read.templates[1].name, "day.html");
  EXPECT_EQ(read.templates[2].name, "theme/partials/x.html");
  EXPECT_EQ(read.assets.size(), 1U);
  EXPECT_EQ(read.strings.size(), 1U);
  EXPECT_TRUE(read.theme_found);
}

TEST(ReadSiteFolder, ReportsFilesThatAreNoDigests) {
  const TemporaryFolder folder;
  folder.write("content/photo.png", "png");

  const auto [read, diagnostics] = files::read_site_folder(folder.path(), "default");

  EXPECT_TRUE(read.digests.empty());
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].code, "files/unknown-kind");
  EXPECT_EQ(diagnostics[0].severity, diagnostics::Severity::warning);
}

TEST(ReadSiteFolder, EndsWhereAFolderLinksBackToItsParent) {
  const TemporaryFolder folder;
  folder.write("content/a.txt", "a");
  std::filesystem::create_directory_symlink("..", folder.path() + "/content/loop");

  const auto [read, diagnostics] = files::read_site_folder(folder.path(), "default");

  EXPECT_GE(read.digests.size(), 1U);
}

TEST(ReadSiteConfig, SaysThatThereIsNoSite) {
  const TemporaryFolder folder;

  const auto config = files::read_site_config(folder.path());

  ASSERT_FALSE(config.has_value());
  EXPECT_EQ(config.error().code, "files/no-site");
}

}  // namespace
