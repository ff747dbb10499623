#include "files/staged_folder.hpp"

#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <vector>

namespace {

using files::StagedFolder;

TEST(StagedFolder, TakesThePlaceOfTheOldVersionAtOnce) {
  const TemporaryFolder folder;
  folder.write("public/old.html", "old");
  const std::vector<std::string> paths = {"a/b/new.html"};
  auto staged = StagedFolder::create(folder.path() + "/public");
  ASSERT_TRUE(staged.has_value());

  EXPECT_EQ(staged->make_folders_of(paths), std::nullopt);
  EXPECT_EQ(staged->write(paths[0], "new"), std::nullopt);
  EXPECT_EQ(folder.read("public/old.html"), "old") << "before publish nothing changes";
  EXPECT_EQ(staged->publish(), std::nullopt);

  EXPECT_EQ(read_tree(folder.path()),
            (std::map<std::string, std::string>{{"public/a/b/new.html", "new"}}));
}

TEST(StagedFolder, LeavesNothingBehindWhenItIsNotPublished) {
  const TemporaryFolder folder;
  folder.write("public/old.html", "old");
  {
    auto staged = StagedFolder::create(folder.path() + "/public");
    ASSERT_TRUE(staged.has_value());
    EXPECT_EQ(staged->write("new.html", "new"), std::nullopt);
  }

  EXPECT_EQ(read_tree(folder.path()),
            (std::map<std::string, std::string>{{"public/old.html", "old"}}));
}

TEST(StagedFolder, KeepsAFileWithItsInode) {
  const TemporaryFolder folder;
  folder.write("public/same.html", "same");

  struct stat before {};

  ASSERT_EQ(::stat((folder.path() + "/public/same.html").c_str(), &before), 0);
  auto staged = StagedFolder::create(folder.path() + "/public");
  ASSERT_TRUE(staged.has_value());

  EXPECT_TRUE(staged->keep("same.html"));
  EXPECT_FALSE(staged->keep("other.html"));
  EXPECT_EQ(staged->publish(), std::nullopt);

  struct stat after {};

  ASSERT_EQ(::stat((folder.path() + "/public/same.html").c_str(), &after), 0);
  EXPECT_EQ(before.st_ino, after.st_ino);
}

TEST(StagedFolder, ClearsWhatAKilledBuildLeft) {
  const TemporaryFolder folder;
  folder.write(".public.sitegen-new/half.html", "half");

  auto staged = StagedFolder::create(folder.path() + "/public");
  ASSERT_TRUE(staged.has_value());
  EXPECT_EQ(staged->publish(), std::nullopt);

  EXPECT_TRUE(read_tree(folder.path()).empty());
}

TEST(StagedFolder, ReportsAnOutputThatCannotBeWritten) {
  const TemporaryFolder folder;
  folder.write("file", "not a folder");

  EXPECT_EQ(StagedFolder::create(folder.path() + "/file").error().code, "files/unwritable");
  EXPECT_EQ(StagedFolder::create(folder.path() + "/file/public").error().code, "files/unwritable");
}

}  // namespace
