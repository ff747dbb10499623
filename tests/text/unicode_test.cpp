#include "text/unicode.hpp"

#include "text/random_text.hpp"
#include "text/utf8.hpp"

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <string>
#include <vector>

namespace text {
namespace {

using Cases = std::vector<std::pair<std::string, std::string>>;

TEST(ToNfc, ComposesWhatCanBeComposed) {
  const Cases cases = {
      {"", ""},
      {"abc", "abc"},
      {"e\xCC\x81", "é"},
      {"é", "é"},
      {"か\xE3\x82\x99", "が"},
      {"ﬁ", "ﬁ"},
      {"中文", "中文"},
      {"a\xFFz", "a\xEF\xBF\xBDz"},
  };
  for (const auto& [text, composed] : cases) {
    EXPECT_EQ(to_nfc(text), composed) << text;
  }
}

TEST(Fold, MakesTwoSpellingsOfOneWordEqual) {
  const std::vector<std::vector<std::string>> words = {
      {"straße", "STRASSE", "Strasse"}, {"ﬁne", "FINE", "fine"},
      {"Ａｂｃ", "abc", "ABC"},         {"é", "É", "e\xCC\x81"},
      {"Σίσυφος", "ΣΊΣΥΦΟΣ"},           {"①", "1"},
      {"so\u00ADft", "soft"},           {"ｶﾞ", "ガ"},
  };
  for (const std::vector<std::string>& spellings : words) {
    for (const std::string& spelling : spellings) {
      EXPECT_EQ(fold(spelling), fold(spellings.front())) << spelling;
    }
  }
  EXPECT_NE(fold("e"), fold("é"));
}

TEST(WithoutMarks, TakesMarksFromLatinLetters) {
  const Cases cases = {
      {"", ""},
      {"plain", "plain"},
      {"Café Zürich", "Cafe Zurich"},
      {"Cafe\xCC\x81", "Cafe"},
      {"Søren Łukasz Đặng", "Soren Lukasz Dang"},
      {"Strauß Æther Œuvre Þór", "Strauss AEther OEuvre THor"},
      {"Nguyễn Thị Hằng", "Nguyen Thi Hang"},
      {"x\xCC\x82", "x"},
      {"Erdős İstanbul Şahin", "Erdos Istanbul Sahin"},
  };
  for (const auto& [text, plain] : cases) {
    EXPECT_EQ(without_marks(text), plain) << text;
  }
}

TEST(WithoutMarks, LeavesOtherScripts) {
  for (const char* text : {"中文，标题。", "がぎぐ パピプ", "한국어", "Чайковский й ё", "Σίσυφος ά",
                           "हिन्दी", "ภาษาไทย", "עִבְרִית", "العَرَبِيَّة"}) {
    EXPECT_EQ(without_marks(text), text);
  }
}

TEST(UpperAndLower, FollowTheFullMappings) {
  EXPECT_EQ(to_upper("straße é ﬁ 中"), "STRASSE É FI 中");
  EXPECT_EQ(to_lower("ÉCOLE ΣΟΦΟΣ İ"), "école σοφος i̇");
}

TEST(IsAlphanumeric, KnowsEveryScript) {
  for (const char32_t value : {U'a', U'Z', U'0', U'é', U'中', U'あ', U'한', U'Ж', U'٣', U'々'}) {
    EXPECT_TRUE(is_alphanumeric(value)) << static_cast<unsigned>(value);
  }
  for (const char32_t value : {U' ', U'-', U'/', U'.', U'，', U'\0', U'😀', U'\u0301', U'\uFFFD'}) {
    EXPECT_FALSE(is_alphanumeric(value)) << static_cast<unsigned>(value);
  }
}

TEST(IsMark, KnowsWhatBelongsToTheLetterBefore) {
  for (const char32_t value : {U'\u0301', U'\u3099', U'\u093F', U'\u094D', U'\u0E31'}) {
    EXPECT_TRUE(is_mark(value)) << static_cast<unsigned>(value);
  }
  for (const char32_t value : {U'a', U'中', U'-', U'\u00B4', U'^'}) {
    EXPECT_FALSE(is_mark(value)) << static_cast<unsigned>(value);
  }
}

TEST(DisplayWidth, IsWhatATerminalGives) {
  for (const char32_t value : {U'a', U'é', U'Ж', U'ｱ', U'…', U'\u00AD'}) {
    EXPECT_EQ(display_width(value), 1U) << static_cast<unsigned>(value);
  }
  for (const char32_t value : {U'中', U'あ', U'한', U'Ａ', U'，', U'　', U'😀', U'🚀', U'𠀀'}) {
    EXPECT_EQ(display_width(value), 2U) << static_cast<unsigned>(value);
  }
  for (const char32_t value : {U'\u0301', U'\u200B', U'\u200D', U'\uFE0F', U'\uFEFF'}) {
    EXPECT_EQ(display_width(value), 0U) << static_cast<unsigned>(value);
  }
}

TEST(GraphemePrefixSize, NeverCutsACharacterThatPeopleSee) {
  struct Case {
    std::string text;
    std::size_t count, size;
  };

  const std::vector<Case> cases = {
      {"", 3, 0},           {"abc", 0, 0},        {"abc", 2, 2},
      {"abc", 9, 3},        {"中文标题", 2, 6},   {"中文", 5, 6},
      {"e\xCC\x81x", 1, 3}, {"e\xCC\x81x", 2, 4}, {"👩‍👩‍👧x", 1, 18},
      {"🇨🇳🇩🇪", 1, 8},       {"\r\nx", 1, 2},      {"한국어", 1, 3},
  };
  for (const Case& a_case : cases) {
    EXPECT_EQ(grapheme_prefix_size(a_case.text, a_case.count), a_case.size)
        << a_case.text << " " << a_case.count;
  }
}

/// The ends of all graphemes of `utf8` by ICU alone.
std::vector<std::size_t> boundaries_of(icu::BreakIterator& graphemes, std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  UText input = UTEXT_INITIALIZER;
  utext_openUTF8(&input, utf8.data(), static_cast<int64_t>(utf8.size()), &status);
  graphemes.setText(&input, status);
  std::vector<std::size_t> boundaries;
  for (int32_t end = graphemes.first(); end != icu::BreakIterator::DONE; end = graphemes.next()) {
    boundaries.push_back(static_cast<std::size_t>(end));
  }
  utext_close(&input);
  return boundaries;
}

TEST(GraphemePrefixSize, AgreesWithIcuAboutEveryCharacter) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> graphemes(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  ASSERT_EQ(U_FAILURE(status), 0);
  // Of the ideographs, which are all alike, a few are enough.
  const auto step = [](char32_t value) -> char32_t {
    return value >= 0x3500 && value < 0x9F00 ? 0x25 : value >= 0x20000 ? 0x101 : 1;
  };
  for (char32_t value = 1; value <= 0x10FFFF; value += step(value)) {
    if (value >= 0xD800 && value <= 0xDFFF) {
      continue;
    }
    std::string text = "a";
    for (const char32_t next : {value, U'中', value, value, U'b', U'\u0301'}) {
      append_utf8(text, next);
    }

    const std::vector<std::size_t> boundaries = boundaries_of(*graphemes, text);

    for (std::size_t count = 0; count < boundaries.size(); ++count) {
      ASSERT_EQ(grapheme_prefix_size(text, count), boundaries[count])
          << "U+" << std::hex << static_cast<unsigned>(value) << ", " << count;
    }
  }
}

TEST(Unicode, LivesWithAnyBytes) {
  RandomText random;
  for (int i = 0; i < 1000; ++i) {
    const std::string bytes = random.bytes(30);
    for (const std::string& result :
         {to_nfc(bytes), fold(bytes), without_marks(bytes), to_upper(bytes), to_lower(bytes)}) {
      EXPECT_FALSE(first_malformed(result));
    }
    EXPECT_EQ(to_nfc(to_nfc(bytes)), to_nfc(bytes));
    EXPECT_EQ(fold(fold(bytes)), fold(bytes));
    EXPECT_LE(grapheme_prefix_size(bytes, random.next(40)), bytes.size());
  }
}

}  // namespace
}  // namespace text
