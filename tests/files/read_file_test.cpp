#include "files/read_file.hpp"

#include "temporary_folder.hpp"

#include <gtest/gtest.h>

namespace {

TEST(ReadSource, ReadsEveryByte) {
  const TemporaryFolder folder;
  folder.write("a.txt", std::string("a\0b\r\n\xFF", 6));

  const auto source = files::read_source(folder.path() + "/a.txt", "content/a.txt");

  ASSERT_TRUE(source.has_value());
  EXPECT_EQ((*source)->bytes(), std::string_view("a\0b\r\n\xFF", 6));
  EXPECT_EQ((*source)->path(), "content/a.txt");
}

TEST(ReadSource, SaysWhatIsWrongWithAFileThatIsNotThere) {
  const auto source = files::read_source("/nowhere/a.txt", "a.txt");

  ASSERT_FALSE(source.has_value());
  EXPECT_EQ(source.error().code, "files/unreadable");
  EXPECT_EQ(source.error().where.path, "a.txt");
}

TEST(ReadSource, RefusesAFolder) {
  const TemporaryFolder folder;

  const auto source = files::read_source(folder.path(), "content");

  ASSERT_FALSE(source.has_value());
  EXPECT_EQ(source.error().code, "files/unreadable");
}

TEST(ReadSource, RefusesAHugeFileByItsName) {
  const TemporaryFolder folder;
  folder.write("huge.txt", "");
  std::filesystem::resize_file(folder.path() + "/huge.txt", files::kMaxFileSize + 1);

  const auto source = files::read_source(folder.path() + "/huge.txt", "content/huge.txt");

  ASSERT_FALSE(source.has_value());
  EXPECT_EQ(source.error().code, "files/too-large");
}

}  // namespace
