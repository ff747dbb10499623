#include "text/unicode.hpp"

#include "text/icu_status.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <memory>

namespace text {

namespace {

icu::StringPiece piece(std::string_view utf8) {
  return {utf8.data(), static_cast<int32_t>(utf8.size())};
}

icu::UnicodeString from_utf8(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(piece(utf8));
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

std::string normalized(const icu::Normalizer2* normalizer, std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString result = normalizer->normalize(from_utf8(utf8), status);
  require(status);
  return to_utf8(result);
}

}  // namespace

std::string to_nfc(std::string_view utf8) {
  if (is_ascii(utf8)) {
    return std::string(utf8);
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  require(status);
  return normalized(normalizer, utf8);
}

std::string fold(std::string_view utf8) {
  if (is_ascii(utf8)) {
    std::string out(utf8);
    std::ranges::transform(out, out.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  require(status);
  return normalized(normalizer, utf8);
}

std::string without_marks(std::string_view utf8) {
  if (is_ascii(utf8)) {
    return std::string(utf8);
  }
  // A Transliterator is costly to make and not safe to share, so there is one per thread. The
  // filters matter: marks of other scripts are part of their letters (kana, Cyrillic, Thai).
  thread_local const std::unique_ptr<icu::Transliterator> kRules = [] {
    UErrorCode status = U_ZERO_ERROR;
    UParseError place{};
    std::unique_ptr<icu::Transliterator> rules(
        icu::Transliterator::createFromRules("WithoutMarks",
                                             ":: [:Latin:] Latin-ASCII;"
                                             ":: [:Latin:] NFD;"
                                             "[:Latin:] { [:Mn:]+ > ;"
                                             ":: NFC;",
                                             UTRANS_FORWARD, place, status));
    require(status);
    return rules;
  }();
  icu::UnicodeString text = from_utf8(utf8);
  kRules->transliterate(text);
  return to_utf8(text);
}

std::string to_upper(std::string_view utf8) {
  return to_utf8(from_utf8(utf8).toUpper(icu::Locale::getRoot()));
}

std::string to_lower(std::string_view utf8) {
  return to_utf8(from_utf8(utf8).toLower(icu::Locale::getRoot()));
}

bool is_alphanumeric(char32_t value) {
  return u_isalnum(static_cast<UChar32>(value)) != 0;
}

bool is_mark(char32_t value) {
  return (U_GET_GC_MASK(static_cast<UChar32>(value)) & U_GC_M_MASK) != 0;
}

bool is_visible(char32_t value) {
  constexpr std::uint32_t kUnseen = U_GC_C_MASK | U_GC_Z_MASK;
  return value == ' ' || (U_GET_GC_MASK(static_cast<UChar32>(value)) & kUnseen) == 0;
}

bool may_begin_name(char32_t value) {
  if (value < 0x80) {
    return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') || value == '_';
  }
  return u_hasBinaryProperty(static_cast<UChar32>(value), UCHAR_XID_START) != 0;
}

bool may_continue_name(char32_t value) {
  if (value < 0x80) {
    return may_begin_name(value) || (value >= '0' && value <= '9');
  }
  return u_hasBinaryProperty(static_cast<UChar32>(value), UCHAR_XID_CONTINUE) != 0;
}

std::size_t display_width(char32_t value) {
  const auto character = static_cast<UChar32>(value);
  const std::uint32_t category = U_GET_GC_MASK(character);
  constexpr UChar32 kSoftHyphen = 0xAD;
  if ((category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0 && character != kSoftHyphen) {
    return 0;
  }
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace text
