// Small cases of what tables link to; whole rows are in user_formats/code_column.
#include "digest/row_links.hpp"

#include "digest/link_labels.hpp"

#include <gtest/gtest.h>

namespace {

/// `label=address` of each link in a cell of links.
std::string links_of(std::string_view cell) {
  std::string out;
  for (const digest::CellLink& one : digest::cell_links(cell)) {
    out += (out.empty() ? "" : " ") + one.link.label + "=" + one.link.url;
  }
  return out;
}

/// The title in a cell, and the labels of the links that are its own, and that are not.
std::string title_of(std::string_view cell) {
  digest::RowLinks links;
  std::string out = digest::take_title(digest::read_cell(cell), {}, links);
  for (const auto* const list : {&links.title, &links.columns}) {
    out += " |";
    for (const digest::Link& link : *list) {
      out += " " + link.label;
    }
  }
  return out;
}

TEST(CellLinks, FindAddressesWithoutMarkup) {
  EXPECT_EQ(links_of("https://a.example/b, [x](https://a.example/c)"),
            "=https://a.example/b x=https://a.example/c");
  EXPECT_EQ(links_of("github.com/a/b www.arxiv.org/abs/2401.00001"),
            "=https://github.com/a/b =https://www.arxiv.org/abs/2401.00001");
  EXPECT_EQ(links_of("a.example/b me@github.com/a x/github.com/a github.com"), "");
  EXPECT_EQ(links_of("![s](https://a.example/s.svg) <img src=\"https://a.example/t\">"), "");
}

TEST(CellLinks, TakeTheWordInFrontForALabel) {
  EXPECT_EQ(links_of("代码：https://a.example/c"), "代码=https://a.example/c");
  EXPECT_EQ(links_of("soon, code: a; demo: hf.co/b"), "demo=https://hf.co/b");
  EXPECT_EQ(links_of("Code https://a.example/c or https://a.example/d"),
            "Code=https://a.example/c =https://a.example/d");
  EXPECT_EQ(links_of("what we wrote about it in a long sentence: https://a.example/c"),
            "=https://a.example/c");
}

TEST(CellLinks, EndBeforeAParenthesisThatIsNotTheirs) {
  EXPECT_EQ(links_of("https://a.example/b(star 1k)"), "=https://a.example/b");
  EXPECT_EQ(links_of("(https://a.example/b_(c))"), "=https://a.example/b_(c)");
  EXPECT_EQ(links_of("https://a.example/b（新）"), "=https://a.example/b");
}

TEST(TakeTitle, LeavesLinksBehindTheTitleOut) {
  EXPECT_EQ(title_of("Fog（[论文](https://a.example)）"), "Fog | 论文 |");
  EXPECT_EQ(title_of("Fog [arXiv](https://a.example) / [图文](https://b.example)"),
            "Fog | arXiv | 图文");
  EXPECT_EQ(title_of("Fog (v2) [图文](https://a.example), [pdf](https://b.example)"),
            "Fog (v2) | pdf | 图文");
  EXPECT_EQ(title_of("Fog [🔥](https://a.example)"), "Fog | | 🔥");
  EXPECT_EQ(title_of("Fog <https://a.example/b>"), "Fog | | ");
}

TEST(TakeTitle, KeepsLinksThatAreWordsOfTheTitle) {
  EXPECT_EQ(title_of("[Demo](https://a.example)"), "Demo | | Demo");
  EXPECT_EQ(title_of("[Fog](https://a.example) [code](https://b.example)"), "Fog | Fog | code");
  EXPECT_EQ(title_of("Fog for [Lakes](https://a.example)"), "Fog for Lakes | Lakes |");
  EXPECT_EQ(title_of("From [Lakes](https://a.example) to Fog [pdf](https://b.example)"),
            "From Lakes to Fog | Lakes pdf |");
}

TEST(TakeTitle, AndCellLinksTakeLinearTime) {
  std::string cell;
  for (int i = 0; i < (1 << 15); ++i) {
    cell += "（-:[pdf](http://a.b) github.com/c(";
  }
  digest::RowLinks links;
  EXPECT_FALSE(digest::take_title(digest::read_cell(cell), {}, links).empty());
  EXPECT_FALSE(digest::cell_links(cell).empty());
}

TEST(LabelOfHost, IsItsNameOrTheHost) {
  EXPECT_EQ(digest::label_of_host("https://www.GitHub.com/a/b"), "GitHub");
  EXPECT_EQ(digest::label_of_host("http://lab.example.org:80/a?b#c"), "lab.example.org");
  EXPECT_EQ(digest::label_of_host("ftp://lab.example.org"), "");
}

}  // namespace
