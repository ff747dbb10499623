#include "text/utf8.hpp"

#include "text/random_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace text {
namespace {

TEST(CodePointAt, ReadsEachLengthAtItsLimits) {
  struct Case {
    std::string utf8;
    char32_t value;
  };

  const std::vector<Case> cases = {
      {std::string("\0", 1), 0x0},
      {"\x7F", 0x7F},
      {"\xC2\x80", 0x80},
      {"\xDF\xBF", 0x7FF},
      {"\xE0\xA0\x80", 0x800},
      {"\xED\x9F\xBF", 0xD7FF},
      {"\xEE\x80\x80", 0xE000},
      {"\xEF\xBF\xBF", 0xFFFF},
      {"\xF0\x90\x80\x80", 0x10000},
      {"\xF4\x8F\xBF\xBF", 0x10FFFF},
      {"é", 0xE9},
      {"中", 0x4E2D},
      {"😀", 0x1F600},
  };
  for (const Case& a_case : cases) {
    const CodePoint point = code_point_at("x" + a_case.utf8 + "x", 1);
    EXPECT_EQ(point.value, a_case.value);
    EXPECT_EQ(point.size, a_case.utf8.size()) << static_cast<unsigned>(a_case.value);
    EXPECT_FALSE(point.malformed) << static_cast<unsigned>(a_case.value);
  }
}

TEST(CodePointAt, TakesOneByteOfWhatIsMalformed) {
  const std::vector<std::string> cases = {
      "\x80",  // a continuation alone
      "\xBF\x80",
      "\xC0\x80",  // overlong
      "\xC1\xBF",
      "\xE0\x80\x80",
      "\xE0\x9F\xBF",
      "\xF0\x80\x80\x80",
      "\xF0\x8F\xBF\xBF",
      "\xED\xA0\x80",  // surrogates
      "\xED\xBF\xBF",
      "\xF4\x90\x80\x80",  // above U+10FFFF
      "\xF5\x80\x80\x80",
      "\xFE",
      "\xFF",
      "\xC2",  // cut off
      "\xE4\xB8",
      "\xF0\x9F\x98",
      "\xC2 ",  // broken off
      "\xE4\xB8 ",
      "\xE4 \xB8",
  };
  for (const std::string& bytes : cases) {
    const CodePoint point = code_point_at(bytes, 0);
    EXPECT_TRUE(point.malformed) << testing::PrintToString(bytes);
    EXPECT_EQ(point.size, 1U);
    EXPECT_EQ(point.value, kReplacement);
    EXPECT_EQ(first_malformed("ok" + bytes), 2U);
  }
}

TEST(AppendUtf8, IsTheReverseOfReading) {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value >= 0xD800 && value <= 0xDFFF) {
      continue;
    }
    std::string utf8;
    append_utf8(utf8, value);
    const CodePoint point = code_point_at(utf8, 0);
    ASSERT_EQ(point.value, value);
    ASSERT_EQ(point.size, utf8.size());
    ASSERT_FALSE(point.malformed);
  }
}

TEST(AppendUtf8, ReplacesWhatIsNoCharacter) {
  for (const char32_t value : {0xD800U, 0xDFFFU, 0x110000U, 0xFFFFFFFFU}) {
    std::string utf8;
    append_utf8(utf8, value);
    EXPECT_EQ(utf8, "\xEF\xBF\xBD");
  }
}

TEST(ReplaceMalformed, KeepsEverythingElse) {
  EXPECT_EQ(replace_malformed(""), "");
  EXPECT_EQ(replace_malformed("a中😀"), "a中😀");
  EXPECT_EQ(replace_malformed("a\xFFz"), "a\xEF\xBF\xBDz");
  EXPECT_EQ(replace_malformed("\xE4\xB8"), "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(ReplaceMalformed, MakesAnyBytesWellFormed) {
  RandomText random;
  for (int i = 0; i < 2000; ++i) {
    const std::string bytes = random.bytes(40);
    const std::string text = replace_malformed(bytes);

    EXPECT_FALSE(first_malformed(text));
    EXPECT_EQ(replace_malformed(text), text);
    EXPECT_EQ(count_code_points(text), count_code_points(bytes));
    EXPECT_EQ(first_malformed(bytes).has_value(), text != bytes);
  }
}

TEST(CountCodePoints, CountsAMalformedByteAsOne) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("aé中😀"), 4U);
  EXPECT_EQ(count_code_points("\xE4\xB8z"), 3U);
}

TEST(IsHan, KnowsIdeographsButNotPunctuation) {
  for (const char32_t value : {0x4E00U, 0x9FFFU, 0x3400U, 0x3005U, 0x3007U, 0xF900U, 0x20000U}) {
    EXPECT_TRUE(is_han(value)) << static_cast<unsigned>(value);
  }
  for (const char32_t value : {U'a', U'，', U'。', U'あ', U'한', U'Ａ', U'😀'}) {
    EXPECT_FALSE(is_han(value)) << static_cast<unsigned>(value);
  }
  EXPECT_TRUE(contains_han("title 标题"));
  EXPECT_FALSE(contains_han("title，。"));
  EXPECT_FALSE(contains_han("\xE4\xB8"));
}

TEST(WithoutUnprintable, DropsWhatNoPageMayContain) {
  struct Case {
    std::string text, printed;
  };

  const std::vector<Case> cases = {
      {"a\tb\nc", "a\tb\nc"},
      {std::string("a\0b", 3), "ab"},
      {"a\x01\x1F\x7F\r\x0B"
       "b",
       "ab"},
      {"a\xC2\x80\xC2\x9F\xC2\xA0"
       "b",
       "a\xC2\xA0"
       "b"},
      {"a\xEE\x80\x80\xEF\xA3\xBF"
       "b",
       "ab"},  // private use
      {"a\xF3\xB0\x80\x80\xF4\x8F\xBF\xBD"
       "b",
       "ab"},  // private use, planes 15 and 16
      {"a\xEF\xB7\x90\xEF\xBF\xBE\xF0\x9F\xBF\xBF"
       "b",
       "ab"},  // noncharacters
      {"中😀é", "中😀é"},
  };
  for (const Case& a_case : cases) {
    EXPECT_EQ(without_unprintable(a_case.text), a_case.printed);
  }
}

}  // namespace
}  // namespace text
