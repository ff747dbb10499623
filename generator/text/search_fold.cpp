#include "text/search_fold.hpp"

#include "text/icu_status.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace text {

namespace {

struct PlainLetter {
  char32_t letter;
  std::string_view plain;
};

/// Lower-case letters that have no decomposition in Unicode.
constexpr std::array<PlainLetter, 10> kPlainLetters = {{{U'ß', "ss"},
                                                        {U'æ', "ae"},
                                                        {U'ð', "d"},
                                                        {U'ø', "o"},
                                                        {U'þ', "th"},
                                                        {U'đ', "d"},
                                                        {U'ħ', "h"},
                                                        {U'ı', "i"},
                                                        {U'ł', "l"},
                                                        {U'œ', "oe"}}};

icu::UnicodeString without_marks_of_any_script(const icu::UnicodeString& decomposed) {
  icu::UnicodeString kept;
  for (int32_t i = 0; i < decomposed.length();) {
    const UChar32 point = decomposed.char32At(i);
    if (u_charType(point) != U_NON_SPACING_MARK) {
      kept.append(point);
    }
    i += U16_LENGTH(point);
  }
  return kept;
}

icu::UnicodeString with_plain_letters(const icu::UnicodeString& lower) {
  icu::UnicodeString plain;
  for (int32_t i = 0; i < lower.length();) {
    const UChar32 point = lower.char32At(i);
    const auto* known =
        std::ranges::find(kPlainLetters, static_cast<char32_t>(point), &PlainLetter::letter);
    if (known == kPlainLetters.end()) {
      plain.append(point);
    } else {
      plain.append(icu::UnicodeString(known->plain.data(),
                                      static_cast<int32_t>(known->plain.size()), US_INV));
    }
    i += U16_LENGTH(point);
  }
  return plain;
}

}  // namespace

std::string search_fold(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  require(status);
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  require(status);
  const icu::UnicodeString given =
      icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
  const icu::UnicodeString decomposed = nfkd->normalize(given, status);
  require(status);
  icu::UnicodeString composed = nfc->normalize(without_marks_of_any_script(decomposed), status);
  require(status);
  std::string folded;
  with_plain_letters(composed.toLower(icu::Locale::getRoot())).toUTF8String(folded);
  return folded;
}

}  // namespace text
