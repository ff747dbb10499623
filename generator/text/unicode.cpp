#include "text/unicode.hpp"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

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

/// ICU fails only when its data is missing, which no input can cause: our own bug, or a broken
/// installation.
void require(UErrorCode status) {
  if (U_FAILURE(status)) {
    throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
  }
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
  // A Transliterator is costly to make and not safe to share, so there is one per thread.
  thread_local const std::unique_ptr<icu::Transliterator> kRules = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> rules(icu::Transliterator::createInstance(
        "[:Latin:] Latin-ASCII; NFD; [:Mn:] Remove; NFC", UTRANS_FORWARD, status));
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

std::size_t grapheme_prefix_size(std::string_view utf8, std::size_t count) {
  // A grapheme takes at least one byte, so a short text needs no look at its boundaries.
  if (count >= utf8.size()) {
    return utf8.size();
  }
  UErrorCode status = U_ZERO_ERROR;
  thread_local const std::unique_ptr<icu::BreakIterator> kBoundaries(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  require(status);
  UText input = UTEXT_INITIALIZER;
  utext_openUTF8(&input, utf8.data(), static_cast<int64_t>(utf8.size()), &status);
  kBoundaries->setText(&input, status);
  require(status);
  int32_t end = kBoundaries->first();
  for (std::size_t i = 0; i < count && end != icu::BreakIterator::DONE; ++i) {
    end = kBoundaries->next();
  }
  utext_close(&input);
  return end == icu::BreakIterator::DONE ? utf8.size() : static_cast<std::size_t>(end);
}

}  // namespace text
