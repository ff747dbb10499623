#include "text/guess_encoding.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using text::Encoding;

Encoding guessed(const std::string& bytes) {
  const auto guess = text::guess_encoding(bytes);
  return guess ? guess->encoding : Encoding::windows1252;  // stands for: none
}

std::string in(Encoding encoding, const std::string& utf8) {
  return text::encode(utf8, encoding).value();
}

const char* const kSimplified =
    "会数错误的小网络。本文研究小模型能否发现自己的错误，并提出计数器。";
const char* const kTraditional =
    "會數錯誤的小網路。本文研究小模型能否發現自己的錯誤，並提出計數器。";

TEST(GuessEncoding, TellsChineseTextsApart) {
  EXPECT_EQ(guessed(in(Encoding::gb18030, kSimplified)), Encoding::gb18030);
  EXPECT_EQ(guessed(in(Encoding::gb18030, kTraditional)), Encoding::gb18030);
  EXPECT_EQ(guessed(in(Encoding::big5, kTraditional)), Encoding::big5);
  EXPECT_GE(text::guess_encoding(in(Encoding::gb18030, kSimplified))->confidence, 90);
  EXPECT_GE(text::guess_encoding(in(Encoding::big5, kTraditional))->confidence, 90);
}

/// A label or two among English lines is all that some files have.
TEST(GuessEncoding, ReadsFewCharactersAmongManyEnglishOnes) {
  std::string english;
  for (int i = 0; i < 500; ++i) {
    english += "Small models are often wrong and never say so. We add a counter to them.\n";
  }
  EXPECT_EQ(guessed(english + in(Encoding::gb18030, "要点:\n一句话总结:\n")), Encoding::gb18030);
  EXPECT_EQ(guessed(english + in(Encoding::big5, "要點:\n一句話總結:\n")), Encoding::big5);
  EXPECT_EQ(guessed(in(Encoding::gb18030, "摘要:")), Encoding::gb18030);
}

TEST(GuessEncoding, IsLessSureOfLess) {
  const auto shorter = text::guess_encoding(in(Encoding::gb18030, "摘要:"));
  const auto longer = text::guess_encoding(in(Encoding::gb18030, kSimplified));

  ASSERT_TRUE(shorter && longer);
  EXPECT_LT(shorter->confidence, longer->confidence);
}

TEST(GuessEncoding, LeavesDamagedUtf8AndForeignLettersAlone) {
  std::string damaged = kSimplified;
  damaged.erase(10, 1);
  EXPECT_EQ(guessed(damaged), Encoding::utf8);
  EXPECT_EQ(guessed("Caf\xE9 and na\xEFve, by B \xC7"
                    "elik\n"),
            Encoding::windows1252);
  EXPECT_EQ(guessed("\x93quoted\x94 and it\x92s done\n"), Encoding::windows1252);
}

TEST(GuessUtf16, SeesTheSideOfTheNuls) {
  for (const char* const text :
       {kSimplified, "Title: A Small Network\nhttps://arxiv.org/abs/1\n"}) {
    const std::string sample = std::string("1、[LG] Pebble\n") + text + "\n一一一\n";
    EXPECT_EQ(text::guess_utf16(in(Encoding::utf16le, sample))->encoding, Encoding::utf16le);
    EXPECT_EQ(text::guess_utf16(in(Encoding::utf16be, sample))->encoding, Encoding::utf16be);
  }
}

TEST(GuessUtf16, TakesNoTextWithStrayNulsAndNoProgramForIt) {
  std::string with_nuls;
  std::string gb_with_nuls;
  for (int i = 0; i < 60; ++i) {
    with_nuls += std::string("Small models are wrong, 模型会错.") + '\0' + "\n";
    gb_with_nuls += in(Encoding::gb18030, "模型会错, small models err.") + '\0' + "\n";
  }
  EXPECT_EQ(text::guess_utf16(with_nuls), std::nullopt);
  EXPECT_EQ(text::guess_utf16(gb_with_nuls), std::nullopt);
  EXPECT_EQ(text::guess_utf16(kSimplified), std::nullopt);

  std::string program(
      "\x7F"
      "ELF\2\1\1\0",
      8);
  for (int i = 0; i < 400; ++i) {
    program += std::string("\1\0\0\0\x48\0\x0F\0", 8);
  }
  EXPECT_EQ(text::guess_utf16(program), std::nullopt);
}

}  // namespace
