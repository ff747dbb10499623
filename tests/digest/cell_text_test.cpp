#include "digest/cell_text.hpp"

#include <gtest/gtest.h>

namespace {

using digest::read_cell;

std::string text_of(std::string_view cell) {
  return read_cell(cell).text;
}

/// `label=address` of each link.
std::string links_of(std::string_view cell) {
  std::string out;
  for (const digest::CellLink& one : read_cell(cell).links) {
    out += (out.empty() ? "" : " ") + one.link.label + "=" + one.link.url;
  }
  return out;
}

TEST(ReadCell, DropsEmphasisAndKeepsStars) {
  EXPECT_EQ(text_of("**bold** *slanted* __both__ _too_"), "bold slanted both too");
  EXPECT_EQ(text_of("uses A* search, a_b_c, 2 * 3 * 4"), "uses A* search, a_b_c, 2 * 3 * 4");
  EXPECT_EQ(text_of("***x***"), "x");
  EXPECT_EQ(text_of("`a*b*`"), "a*b*");
  EXPECT_EQ(text_of("``a` b"), "``a` b");
}

TEST(ReadCell, ResolvesEscapesAndEntities) {
  EXPECT_EQ(text_of("Q\\&A \\~300 a\\|b \\x"), "Q&A ~300 a|b \\x");
  EXPECT_EQ(text_of("a &amp; b &#65; &#x4e2d; &unknown; & c"), "a & b A 中 &unknown; & c");
}

TEST(ReadCell, KeepsAngleBracketsThatAreNoTag) {
  EXPECT_EQ(text_of("the <think> and </think> tokens, a < b, <b-tree>"),
            "the <think> and </think> tokens, a < b, <b-tree>");
  EXPECT_EQ(text_of("x<sup>2</sup> <b>y</b>"), "x2 y");
  EXPECT_EQ(text_of("one  <br>● two<br/> three"), "one\n● two\nthree");
}

TEST(ReadCell, FindsLinksOfEveryForm) {
  EXPECT_EQ(links_of("[Paper](https://a.org), [Co de](https://b.org/(x))"),
            "Paper=https://a.org Co de=https://b.org/(x)");
  EXPECT_EQ(links_of("[Paper](https://a.org)), [Tweet)](https://c.org)_"),
            "Paper=https://a.org Tweet)=https://c.org");
  EXPECT_EQ(links_of("<a class=\"x\" href=\"https://a.org\">The <b>Paper</b></a>"),
            "The Paper=https://a.org");
  EXPECT_EQ(links_of("<https://a.org/x>"), "=https://a.org/x");
  EXPECT_EQ(links_of("[[**pdf**]](<https://a.org> \"title\")"), "[pdf]=https://a.org");
  EXPECT_EQ(links_of("[![star](https://img.org)](https://git.org)"), "=https://git.org");
  EXPECT_EQ(links_of("![picture](https://img.org) [no link] (https://x.org)"), "");
  EXPECT_EQ(text_of("it[s Claude](http://c.ai) and <a href='u'>that</a>"), "its Claude and that");
}

TEST(ReadCell, TakesLinearTime) {
  constexpr std::size_t kSize = std::size_t{1} << 20U;
  for (const std::string_view piece : {"[", "](", "[x](", "*", "* ", "_a", "`", "``a", "<", "<a ",
                                       "<br>", "&#", "\\", "<http", "**a", "a** ", "[x](y)"}) {
    std::string cell;
    while (cell.size() < kSize) {
      cell += piece;
    }
    EXPECT_LE(text_of(cell).size(), cell.size()) << piece;
  }
}

}  // namespace
