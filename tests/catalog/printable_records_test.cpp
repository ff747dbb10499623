#include "catalog/printable_records.hpp"

#include <gtest/gtest.h>

namespace {

TEST(MakePrintable, DropsControlsAndPrivateUseCharactersEverywhere) {
  digest::Paper paper;
  paper.title = "A\x01 title\xEE\x97\xA5";  // U+E5E5
  paper.abstract_zh = "\xC2\x80摘要\xF3\xB0\x80\x80。";
  paper.authors = {"J\x7F Wei"};
  paper.links = {
      {"co\x02"
       "de",
       "https://e.org/"}};
  digest::Digest digest;
  digest.papers = {paper};
  digest.summary = "甲\xEE\x97\xA5、乙";

  catalog::make_printable(digest);

  EXPECT_EQ(digest.papers[0].title, "A title");
  EXPECT_EQ(digest.papers[0].abstract_zh, "摘要。");
  EXPECT_EQ(digest.papers[0].authors[0], "J Wei");
  EXPECT_EQ(digest.papers[0].links[0].label, "code");
  EXPECT_EQ(digest.summary, "甲、乙");
}

TEST(MakePrintable, LeavesEverythingElseAsItIs) {
  digest::Paper paper;
  paper.title = "Σ、é\xC2\xA0、（全角）、\xEF\xBC\x9A、😀";
  digest::Digest digest;
  digest.papers = {paper};

  catalog::make_printable(digest);

  EXPECT_EQ(digest.papers[0].title, paper.title);
}

}  // namespace
