#include "text/content_hash.hpp"

#include <gtest/gtest.h>

#include <string>

namespace text {
namespace {

TEST(ContentHash, IsXxh3OnEveryMachine) {
  EXPECT_EQ(content_hash(""), 0x2D06800538D394C2ULL);
  EXPECT_EQ(content_hash("a"), 0xE6C632B61E964E1FULL);
  EXPECT_NE(content_hash("abc"), content_hash("abd"));
  EXPECT_NE(content_hash(std::string("a\0", 2)), content_hash("a"));
}

TEST(ShortHash, IsTheStartOfTheHash) {
  EXPECT_EQ(short_hash("", 16), "2d06800538d394c2");
  EXPECT_EQ(short_hash("", 8), "2d068005");
  EXPECT_EQ(short_hash("", 0), "");
  EXPECT_EQ(short_hash("", 99), "2d06800538d394c2");
}

}  // namespace
}  // namespace text
