#include "text/whitespace.hpp"

#include "text/random_text.hpp"
#include "text/utf8.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace text {
namespace {

using testing::ElementsAre;

const std::string kEveryBlank =
    " \t\n\v\f\r\xC2\xA0\xE2\x80\x80\xE2\x80\x8B\xE2\x80\xAF\xE3\x80\x80\xEF\xBB\xBF";

TEST(MayBeSpace, HoldsForTheBytesOfEverySpace) {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (is_space(value)) {
      std::string space;
      append_utf8(space, value);
      EXPECT_TRUE(may_begin_space(space.front())) << std::uint32_t{value};
      EXPECT_TRUE(may_end_space(space.back())) << std::uint32_t{value};
    }
  }
}

TEST(Trim, TakesEveryBlankFromTheEndsOnly) {
  struct Case {
    std::string text, both, left, right;
  };

  const std::vector<Case> cases = {
      {"", "", "", ""},
      {"a", "a", "a", "a"},
      {" a b ", "a b", "a b ", " a b"},
      {kEveryBlank + "a" + kEveryBlank, "a", "a" + kEveryBlank, kEveryBlank + "a"},
      {kEveryBlank, "", "", ""},
      {"　标题　", "标题", "标题　", "　标题"},
      // malformed bytes are no blanks and stay
      {"\xA0", "\xA0", "\xA0", "\xA0"},
      {" \xE3\x80 ", "\xE3\x80", "\xE3\x80 ", " \xE3\x80"},
      {"a\x80\x80", "a\x80\x80", "a\x80\x80", "a\x80\x80"},
      {"\x80 ", "\x80", "\x80 ", "\x80"},
      {"\xE2\x80\x8B\x80", "\x80", "\x80", "\xE2\x80\x8B\x80"},
  };
  for (const Case& a_case : cases) {
    EXPECT_EQ(trim(a_case.text), a_case.both) << a_case.text;
    EXPECT_EQ(trim_left(a_case.text), a_case.left) << a_case.text;
    EXPECT_EQ(trim_right(a_case.text), a_case.right) << a_case.text;
  }
}

TEST(Trim, IsDoneAfterTheFirstTime) {
  RandomText random;
  for (int i = 0; i < 2000; ++i) {
    const std::string text = random.bytes(20);
    EXPECT_EQ(trim(trim(text)), trim(text));
    EXPECT_EQ(is_blank(text), trim(text).empty());
    EXPECT_EQ(collapse_whitespace(collapse_whitespace(text)), collapse_whitespace(text));
  }
}

TEST(IsBlank, SeesInvisibleCharacters) {
  EXPECT_TRUE(is_blank(""));
  EXPECT_TRUE(is_blank(kEveryBlank));
  EXPECT_FALSE(is_blank(kEveryBlank + "."));
  EXPECT_FALSE(is_blank(std::string("\0", 1)));
}

TEST(CollapseWhitespace, LeavesOneBlankForEachRun) {
  EXPECT_EQ(collapse_whitespace(""), "");
  EXPECT_EQ(collapse_whitespace(" \n "), "");
  EXPECT_EQ(collapse_whitespace("a" + kEveryBlank + "b"), "a b");
  EXPECT_EQ(collapse_whitespace("  a  b c\n"), "a b c");
  EXPECT_EQ(collapse_whitespace("a\xC2\xA0"
                                "b"),
            "a b");
}

TEST(Split, GivesOnePartMoreThanSeparators) {
  EXPECT_THAT(split("", ","), ElementsAre(""));
  EXPECT_THAT(split("a", ","), ElementsAre("a"));
  EXPECT_THAT(split(",", ","), ElementsAre("", ""));
  EXPECT_THAT(split("a,b,,c", ","), ElementsAre("a", "b", "", "c"));
  EXPECT_THAT(split("a & b & c", " & "), ElementsAre("a", "b", "c"));
  EXPECT_THAT(split("aaa", "aa"), ElementsAre("", "a"));
}

TEST(AsciiLower, LeavesOtherScriptsAlone) {
  EXPECT_EQ(ascii_lower("AZaz@[`{09"), "azaz@[`{09");
  EXPECT_EQ(ascii_lower("É中"), "É中");
}

}  // namespace
}  // namespace text
