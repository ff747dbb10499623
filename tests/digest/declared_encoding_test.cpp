#include "digest/declared_encoding.hpp"

#include <gtest/gtest.h>

namespace {

using digest::encoding_of_front_matter;
using digest::encoding_of_page;
using text::Encoding;

TEST(DeclaredEncoding, IsReadInAnyEncodingOfAsciiLetters) {
  EXPECT_EQ(encoding_of_front_matter("---\nformat: x\nencoding: GBK # old\n---\n").encoding,
            Encoding::gb18030);
  EXPECT_EQ(
      encoding_of_front_matter("---\r\ntitle: \xC4\xE3\r\nencoding: \"big5\"\r\n---\r\n").encoding,
      Encoding::big5);
  const std::string wide = text::encode("---\nencoding: utf-16\n---\n", Encoding::utf16be).value();
  EXPECT_EQ(encoding_of_front_matter(wide).name, "utf-16");
  EXPECT_EQ(digest::utf16_of_front_matter(wide), Encoding::utf16be);
  EXPECT_EQ(encoding_of_front_matter("---\nencoding: klingon\n---\n").encoding, std::nullopt);
}

TEST(DeclaredEncoding, IsNothingOutsideOfTheFrontMatter) {
  EXPECT_EQ(encoding_of_front_matter("encoding: gbk\n").name, "");
  EXPECT_EQ(encoding_of_front_matter("---\ndate: 2023\n---\nencoding: gbk\n").name, "");
}

TEST(DeclaredEncoding, OfAPageStandsInAMetaElement) {
  EXPECT_EQ(encoding_of_page("<html><META Charset='gb2312'>").encoding, Encoding::gb18030);
  EXPECT_EQ(encoding_of_page("<meta http-equiv=\"Content-Type\" content=\"text/html; "
                             "charset=big5\">")
                .encoding,
            Encoding::big5);
  EXPECT_EQ(encoding_of_page("<?xml version=\"1.0\" encoding=\"GBK\"?>").encoding,
            Encoding::gb18030);
  EXPECT_EQ(encoding_of_page("<!-- <meta charset=gbk> --><meta charset=utf-8>").encoding,
            Encoding::utf8);
  EXPECT_EQ(encoding_of_page("<meta charset=utf-16>").name, "");
  EXPECT_EQ(encoding_of_page("<p>charset=gbk").name, "");
  EXPECT_EQ(encoding_of_page("<!-- ").name, "");
}

}  // namespace
