#include "text/fit_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using text::fit_lines;

TEST(FitLines, BreaksBetweenWordsAndCollapsesWhiteSpace) {
  EXPECT_THAT(fit_lines("  one two\n three\tfour  ", {.lines = 9, .columns = 10}),
              ElementsAre("one two", "three four"));
  EXPECT_THAT(fit_lines("hard-won results", {.lines = 9, .columns = 8}),
              ElementsAre("hard-", "won", "results"));
}

TEST(FitLines, GivesAHanCharacterTwoColumns) {
  EXPECT_THAT(fit_lines("每天几篇论文", {.lines = 9, .columns = 8}),
              ElementsAre("每天几篇", "论文"));
}

TEST(FitLines, PutsNoClosingMarkAtTheBeginningOfALine) {
  EXPECT_THAT(fit_lines("每天几篇，论文", {.lines = 9, .columns = 8}),
              ElementsAre("每天几", "篇，论文"));
  EXPECT_THAT(fit_lines("他说（每天）读", {.lines = 9, .columns = 6}),
              ElementsAre("他说", "（每", "天）读"));
}

TEST(FitLines, GivesCapitalsMoreRoomThanThinLetters) {
  EXPECT_THAT(fit_lines("MMMMMMMM", {.lines = 9, .columns = 8}), ElementsAre("MMMM", "MMMM"));
  EXPECT_THAT(fit_lines("iiiiiiiiiii", {.lines = 9, .columns = 8}), ElementsAre("iiiiiiiiiii"));
}

TEST(FitLines, EndsInAnEllipsisWhereSomethingIsLeftOut) {
  EXPECT_THAT(fit_lines("one two three four five", {.lines = 2, .columns = 10}),
              ElementsAre("one two", "three…"));
  EXPECT_THAT(fit_lines("每天几篇，值得细读的论文", {.lines = 1, .columns = 12}),
              ElementsAre("每天几篇…"))
      << "without the comma before it";
}

TEST(FitLines, TearsNoCharacterThatPeopleSeeAsOne) {
  const std::string family = "👨‍👩‍👧";
  const std::string accented = "e\u0301";

  for (const std::string& line : fit_lines(family + family + family, {.lines = 9, .columns = 2})) {
    EXPECT_EQ(line, family);
  }
  EXPECT_THAT(fit_lines(accented + accented + accented, {.lines = 9, .columns = 2}),
              ElementsAre(accented, accented, accented));
}

TEST(FitLines, CutsAWordThatIsLongerThanALine) {
  const auto lines = fit_lines(std::string(800, 'a'), {.lines = 3, .columns = 20});

  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0], std::string(18, 'a'));
  EXPECT_EQ(lines[2], std::string(16, 'a') + "…");
}

TEST(FitLines, TakesAnyBytes) {
  EXPECT_THAT(fit_lines("", {.lines = 2, .columns = 10}), IsEmpty());
  EXPECT_THAT(fit_lines(" \t\n", {.lines = 2, .columns = 10}), IsEmpty());
  EXPECT_FALSE(fit_lines("a\xFF\xC3 b\xE4\xB8", {.lines = 1, .columns = 2}).empty());
}

}  // namespace
