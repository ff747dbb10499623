#include "digest/cell_pattern.hpp"

#include <gtest/gtest.h>

namespace {

using digest::CellPattern;

/// What the placeholders take, parted by `|`; "-" if the cell does not fit.
std::string matched(std::string_view pattern, std::string_view cell) {
  const auto parsed = CellPattern::parse(pattern);
  EXPECT_TRUE(parsed) << pattern;
  const auto pieces = parsed ? parsed->match(cell) : std::nullopt;
  if (!pieces) {
    return "-";
  }
  std::string out;
  for (const digest::CellPiece& piece : *pieces) {
    out += (out.empty() ? "" : "|") + std::string(piece.text);
  }
  return out;
}

TEST(CellPattern, TakesACellApart) {
  EXPECT_EQ(matched("{rank}) **{title}** - {abstract}", "3)  **A** -  b - c"), "3|A|b - c");
  EXPECT_EQ(matched("[{title}]({url})", "[A (b)](https://x.org)"), "A (b)|https://x.org");
  EXPECT_EQ(matched("{title} ({date})", "A (b) (2023)"), "-");  // the first `(` ends the title
  EXPECT_EQ(matched("({year}) {title}", "(2023) A"), "2023|A");
  EXPECT_EQ(matched("({year}) {title}", "(202) A"), "-");
  EXPECT_EQ(matched("{title}", "  A\nb "), "A\nb");
}

TEST(CellPattern, TellsOneBlankFromTwo) {
  EXPECT_EQ(matched("{title}  {abstract}", "A b  c  d"), "A b|c  d");
  EXPECT_EQ(matched("{title}  {abstract}", "A b c"), "-");
  EXPECT_EQ(matched("{title} {abstract}", "A   b c"), "A|b c");
}

TEST(CellPattern, KnowsDashesAndFullWidthMarks) {
  EXPECT_EQ(matched("{title} - {abstract}", "A-b – c"), "A-b|c");
  EXPECT_EQ(matched("{rank}. {title}: {abstract}", "1． A：b"), "-");  // a blank is wanted
  EXPECT_EQ(matched("{rank}. {title}:{abstract}", "1． A：b"), "1|A|b");
  for (const char* cell : {"**A** - b", "**A**- b", "**A** -b", "**A**  b", "**A**: b", "**A**b"}) {
    EXPECT_EQ(matched("**{title}**{-}{abstract}", cell), "A|b") << cell;
  }
  EXPECT_EQ(matched("**{title}**{-}{abstract}", "**A**"), "A|");
}

TEST(CellPattern, RefusesWhatCannotBeMatched) {
  for (const char* pattern : {"", "{title", "{}", "{title}{abstract}", "{title}{-}{abstract}"}) {
    EXPECT_FALSE(CellPattern::parse(pattern)) << pattern;
  }
}

TEST(CellPattern, TakesLinearTime) {
  const std::string blanks(std::size_t{2} << 20U, ' ');
  EXPECT_EQ(matched("{title} - {abstract}", "A" + blanks + "b"), "-");
  std::string dashes;
  for (int i = 0; i < (1 << 19); ++i) {
    dashes += "- ";
  }
  EXPECT_EQ(matched("{title}  - {abstract}", "A " + dashes), "-");
}

}  // namespace
