#include "text/encoding.hpp"

#include "text/utf8.hpp"

#include <gtest/gtest.h>

namespace {

using text::Encoding;

TEST(Encoding, HasTheNamesThatPeopleAndPagesUse) {
  EXPECT_EQ(text::encoding_named("GBK"), Encoding::gb18030);
  EXPECT_EQ(text::encoding_named("gb2312"), Encoding::gb18030);
  EXPECT_EQ(text::encoding_named("GB_2312-80"), Encoding::gb18030);
  EXPECT_EQ(text::encoding_named("big5-hkscs"), Encoding::big5);
  EXPECT_EQ(text::encoding_named("UTF-16"), Encoding::utf16le);
  EXPECT_EQ(text::encoding_named("utf_16BE"), Encoding::utf16be);
  EXPECT_EQ(text::encoding_named("ISO-8859-1"), Encoding::windows1252);
  EXPECT_EQ(text::encoding_named("utf-7"), std::nullopt);
  EXPECT_EQ(text::encoding_named(""), std::nullopt);
  for (const std::string_view name : text::encoding_names()) {
    EXPECT_EQ(text::name_of(text::encoding_named(name).value()), name);
  }
}

TEST(Encoding, DecodesWhatItEncodes) {
  const std::string text = "LG – 机器学习、“要點”：《A》 …·—（Ａ）\n";
  for (const Encoding encoding :
       {Encoding::utf16le, Encoding::utf16be, Encoding::gb18030, Encoding::big5}) {
    // Big5 has few simplified characters.
    const std::string sample =
        encoding == Encoding::big5 ? "機器學習、「要點」：《A》 …—（Ａ）\n" : text;

    const auto bytes = text::encode(sample, encoding);

    ASSERT_TRUE(bytes) << text::name_of(encoding);
    const text::DecodedText decoded = text::decode(*bytes, encoding);
    EXPECT_EQ(decoded.utf8, sample) << text::name_of(encoding);
    EXPECT_EQ(decoded.malformed, 0U);
  }
  EXPECT_EQ(text::encode("😀", Encoding::big5), std::nullopt);
}

TEST(Encoding, DecodesCharactersBeyondThePieceOfABuffer) {
  std::string text;
  for (int i = 0; i < 5000; ++i) {
    text += i % 3 == 0 ? "𠀀" : "好a";
  }
  for (const Encoding encoding : {Encoding::utf16le, Encoding::gb18030}) {
    EXPECT_EQ(text::decode(text::encode(text, encoding).value(), encoding).utf8, text);
  }
}

TEST(Encoding, ShowsWhatDoesNotDecodeAndKeepsTheLine) {
  const text::DecodedText gb = text::decode("\xC4\xE3\xFF\n\xBA\xC3\xC4\n", Encoding::gb18030);
  EXPECT_EQ(gb.utf8, "你\uFFFD\n好\uFFFD\n");
  EXPECT_EQ(gb.malformed, 2U);
  EXPECT_EQ(gb.first_malformed, 3U);

  const text::DecodedText cut = text::decode("\xC4\xE3\xBA", Encoding::gb18030);
  EXPECT_EQ(cut.utf8, "你\uFFFD");
  EXPECT_EQ(cut.malformed, 1U);

  const text::DecodedText lone =
      text::decode(std::string_view("a\0\x00\xD8z\0b", 7), Encoding::utf16le);
  EXPECT_EQ(lone.utf8, "a\uFFFDz\uFFFD");
  EXPECT_EQ(lone.malformed, 2U);
}

TEST(Encoding, SeesByteOrderMarks) {
  EXPECT_EQ(text::byte_order_mark("\xFF\xFE-").encoding, Encoding::utf16le);
  EXPECT_EQ(text::byte_order_mark("\xFE\xFF-").encoding, Encoding::utf16be);
  EXPECT_EQ(text::byte_order_mark("\xEF\xBB\xBF-").size, 3U);
  EXPECT_EQ(text::byte_order_mark("\x84\x31\x95\x33-").encoding, Encoding::gb18030);
  EXPECT_EQ(text::byte_order_mark("---").encoding, std::nullopt);
}

}  // namespace
