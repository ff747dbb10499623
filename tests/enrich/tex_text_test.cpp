#include "enrich/tex_text.hpp"

#include <gtest/gtest.h>

namespace {

using enrich::plain_text;

TEST(TexText, DecodesAccentsHoweverTheyAreWritten) {
  EXPECT_EQ(plain_text(R"(G\"odel and G{\"o}del and G\"{o}del)"), "Gödel and Gödel and Gödel");
  EXPECT_EQ(plain_text(R"(\'{E}cole, \c{C}elik, \v{S}imon, \v Simon, \'{\i}n)"),
            "École, Çelik, Šimon, Šimon, ín");
  EXPECT_EQ(plain_text(R"(Stra{\ss}e {\O}sterg\aa rd \L{}ukasz)"), "Straße Østergård Łukasz");
}

TEST(TexText, DropsWhatOnlySetsTypeAndKeepsMath) {
  EXPECT_EQ(plain_text("{A} {\\em small} Net\\emph{work}\n  for $\\alpha_{1}$ \\& 5\\%"),
            "A small Network for $\\alpha_{1}$ & 5%");
  EXPECT_EQ(plain_text("``quoted'' -- and---so"), "“quoted” – and—so");
  EXPECT_EQ(plain_text("Under $100"), "Under $100");
}

TEST(TexText, LeavesTheUnknownAndTheBrokenAsTheyAre) {
  EXPECT_EQ(plain_text("\\alpha \\\""), "\\alpha \\\"");
  EXPECT_EQ(plain_text("a\\"), "a\\");
  EXPECT_EQ(plain_text("{{{"), "");
  EXPECT_EQ(plain_text("\\'{"), "\\'");
}

}  // namespace
