#include "digest/line_pattern.hpp"

#include <gtest/gtest.h>

namespace {

using digest::LinePattern;

TEST(LinePattern, MatchesMarksOfBothWidthsAndBlanksOfAnyKind) {
  const auto pattern = LinePattern::parse("评论(ID: {id})");
  ASSERT_TRUE(pattern);

  EXPECT_TRUE(pattern->is_whole("评论(ID: abc)"));
  EXPECT_TRUE(pattern->is_whole("评论（ID：\u00a0 abc）"));
  EXPECT_FALSE(pattern->is_whole("评论(ID:abc)"));
  EXPECT_FALSE(pattern->is_whole("评论(ID: abc) 等"));
}

TEST(LinePattern, CapturesWhatItsPlaceholdersTake) {
  const auto pattern = LinePattern::parse("{rank}、[{code}]");
  ASSERT_TRUE(pattern);

  const auto match = pattern->at_start("12、[LG] Title");

  ASSERT_TRUE(match);
  EXPECT_EQ(match->capture("rank"), "12");
  EXPECT_EQ(match->capture("code"), "LG");
  EXPECT_EQ(match->end, std::string_view("12、[LG]").size());
}

TEST(LinePattern, ReachesBackForDigitsBeforeItsFirstLiteral) {
  const auto pattern = LinePattern::parse("{rank}、[{code}]");
  const std::string_view text = "…/2209.0755012、[LG] Title";

  const auto match = pattern->around(text, text.find("、"), 0);

  ASSERT_TRUE(match);
  EXPECT_EQ(match->capture("rank"), "0755012");
}

TEST(LinePattern, CountsWithCommas) {
  const auto pattern = LinePattern::parse("{n}次阅读");
  ASSERT_TRUE(pattern);

  EXPECT_TRUE(pattern->is_whole("1,643次阅读"));
  EXPECT_FALSE(pattern->is_whole("次阅读"));
}

TEST(LinePattern, RefusesWhatIsNoPattern) {
  for (const char* bad : {"", "{open", "{a}{b}", "{a}-{b}-{c}-{d}-{e}-{f}-{g}"}) {
    EXPECT_FALSE(LinePattern::parse(bad)) << bad;
  }
}

}  // namespace
