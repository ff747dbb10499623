#include "publish/write_site.hpp"

#include "publish/build_manifest.hpp"
#include "small_site.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>

namespace {

std::shared_ptr<const site::Site> one_paper_site(const std::string& title = "First") {
  return make_site({make_digest("a", {2023, 2, 8}, {make_paper("2302.00001", title)})});
}

/// A site whose paper pages cannot be rendered.
std::shared_ptr<const site::Site> broken_site() {
  pipeline::AssemblyInput input;
  input.digests = {make_digest("a", {2023, 2, 8}, {make_paper("2302.00001", "A")})};
  input.folder.templates.push_back({.name = "paper.html",
                                    .source = std::make_shared<const text::SourceText>(
                                        "templates/paper.html", "{{ paper.title.nothing.here }}")});
  return pipeline::assemble_site(std::move(input), 1).site;
}

ino_t inode_of(const std::string& path) {
  struct stat status {};

  EXPECT_EQ(::stat(path.c_str(), &status), 0) << path;
  return status.st_ino;
}

TEST(WriteSite, WritesAFileForEachRoute) {
  const TemporaryFolder folder;
  const std::string output = folder.path() + "/public";
  const auto site = one_paper_site();

  const auto [counts, diagnostics] = publish::write_site(*site, {.output = output});

  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(counts.written, site->routes().size());
  const auto tree = read_tree(output);
  EXPECT_EQ(tree.size(), site->routes().size() + 1) << "and the manifest";
  EXPECT_TRUE(tree.contains("papers/2302.00001/index.html"));
}

TEST(WriteSite, TouchesNothingWhenNothingChanged) {
  const TemporaryFolder folder;
  const std::string output = folder.path() + "/public";
  (void)publish::write_site(*one_paper_site(), {.output = output});
  const ino_t before = inode_of(output);

  const auto [counts, diagnostics] = publish::write_site(*one_paper_site(), {.output = output});

  EXPECT_EQ(counts.written, 0U);
  EXPECT_EQ(counts.kept, counts.pages);
  EXPECT_EQ(inode_of(output), before);
}

/// A site of two days, each with a card.
std::shared_ptr<const site::Site> site_with_cards(const std::string& second_title) {
  pipeline::AssemblyInput input;
  input.config.base_url = "https://e.org";
  input.config.social_cards = true;
  input.can_show = [](char32_t) { return true; };
  input.digests = {make_digest("a", {2023, 2, 8}, {make_paper("2302.00001", "First")}),
                   make_digest("b", {2023, 2, 9}, {make_paper("2302.00002", second_title)})};
  return pipeline::assemble_site(std::move(input), 1).site;
}

TEST(WriteSite, DrawsOnlyTheCardsThatChanged) {
  const TemporaryFolder folder;
  const std::string output = folder.path() + "/public";
  (void)publish::write_site(*site_with_cards("Second"), {.output = output});
  // What stands there now is no picture; so it shows whether a card was drawn anew.
  folder.write("public/2023/02/08/card.png", "first");
  folder.write("public/2023/02/09/card.png", "second");

  (void)publish::write_site(*site_with_cards("Changed"), {.output = output});

  EXPECT_EQ(folder.read("public/2023/02/08/card.png"), "first");
  EXPECT_TRUE(folder.read("public/2023/02/09/card.png").starts_with("\x89PNG"));
}

TEST(WriteSite, MakesTheSameCardsWithAnyNumberOfThreads) {
  const TemporaryFolder folder;
  const auto site = site_with_cards("每天几篇论文 and some Latin");
  (void)publish::write_site(*site, {.output = folder.path() + "/one", .threads = 1});
  const auto [counts, diagnostics] =
      publish::write_site(*site, {.output = folder.path() + "/seven", .threads = 7});

  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(read_tree(folder.path() + "/one"), read_tree(folder.path() + "/seven"));
  const auto again = publish::write_site(*site, {.output = folder.path() + "/seven", .threads = 7});
  EXPECT_EQ(again.value.written, 0U);
  EXPECT_EQ(again.value.bytes, counts.bytes) << "cards count though they are not drawn";
}

TEST(WriteSite, KeepsUnchangedFilesAndRemovesThoseThatAreNoMore) {
  const TemporaryFolder folder;
  const std::string output = folder.path() + "/public";
  (void)publish::write_site(*make_site({make_digest("a", {2023, 2, 8},
                                                    {make_paper("2302.00001", "First"),
                                                     make_paper("2302.00002", "Second")})}),
                            {.output = output});
  const auto css_inode = [&output] {
    for (const auto& entry : std::filesystem::directory_iterator(output + "/assets")) {
      if (entry.path().extension() == ".css") {
        return inode_of(entry.path().string());
      }
    }
    return ino_t{0};
  };
  const ino_t css_before = css_inode();

  const auto [counts, diagnostics] = publish::write_site(*one_paper_site(), {.output = output});

  EXPECT_EQ(css_inode(), css_before);
  EXPECT_GE(counts.removed, 1U);
  EXPECT_FALSE(read_tree(output).contains("papers/2302.00002/index.html"));
}

TEST(WriteSite, KeepsFilesOfOthersUnlessToldToRemoveThem) {
  const TemporaryFolder folder;
  const std::string output = folder.path() + "/public";
  (void)publish::write_site(*one_paper_site("First"), {.output = output});
  folder.write("public/CNAME", "papers.example.org");

  (void)publish::write_site(*one_paper_site("Second"), {.output = output});
  EXPECT_EQ(folder.read("public/CNAME"), "papers.example.org");

  (void)publish::write_site(*one_paper_site("Third"),
                            {.output = output, .foreign = publish::ForeignFiles::remove});
  EXPECT_FALSE(read_tree(output).contains("CNAME"));
}

TEST(WriteSite, RefusesAFolderThatIsNotItsOwn) {
  const TemporaryFolder folder;
  folder.write("photos/holiday.jpg", "mine");

  const auto [counts, diagnostics] =
      publish::write_site(*one_paper_site(), {.output = folder.path() + "/photos"});

  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].code, "publish/foreign-output");
  EXPECT_EQ(folder.read("photos/holiday.jpg"), "mine");
}

TEST(WriteSite, LeavesTheOldSiteAfterAFailure) {
  const TemporaryFolder folder;
  const std::string output = folder.path() + "/public";
  (void)publish::write_site(*one_paper_site(), {.output = output});
  const auto before = read_tree(folder.path());

  const auto [counts, diagnostics] = publish::write_site(*broken_site(), {.output = output});

  EXPECT_FALSE(diagnostics.empty());
  EXPECT_EQ(read_tree(folder.path()), before) << "neither the site nor a half one beside it";
}

}  // namespace
