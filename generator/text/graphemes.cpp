#include "text/icu_status.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

namespace text {

namespace {

struct CodePointRange {
  char32_t first;
  char32_t last;
};

/// Letters and punctuation beside ASCII and Han that texts about papers mostly consist of, and that
/// join nothing (Grapheme_Cluster_Break=Other, not pictographic).
constexpr auto kPlainRanges = std::to_array<CodePointRange>({
    {0xAF, 0x2FF},     // Latin with marks, `·`
    {0x370, 0x482},    // Greek, Cyrillic
    {0x2010, 0x2027},  // dashes, quotes, `…`
    {0x3000, 0x3029},  // Chinese punctuation
    {0xFF01, 0xFF9D},  // fullwidth forms
});

/// Whether two such characters in a row never look like one. What stands around them decides for
/// the others: marks, emoji, Hangul, carriage returns.
bool is_plain(char32_t value) {
  if (value < 0x7F) {
    return value >= 0x20 || value == '\t' || value == '\n';
  }
  return is_han(value) || std::ranges::any_of(kPlainRanges, [value](const CodePointRange& range) {
           return value >= range.first && value <= range.last;
         });
}

bool is_continuation(unsigned byte) {
  return (byte & 0xC0U) == 0x80U;
}

/// Whether a Han character of three bytes stands at `offset`: all of U+4000 to U+9FFF begin with E4
/// to E9.
[[gnu::always_inline]] inline bool is_common_han_at(std::string_view utf8, std::size_t offset) {
  const auto byte_at = [&](std::size_t i) { return static_cast<unsigned char>(utf8[offset + i]); };
  return utf8.size() - offset >= 3 && byte_at(0) >= 0xE4 && byte_at(0) <= 0xE9 &&
         is_continuation(byte_at(1)) && is_continuation(byte_at(2));
}

/// The size in bytes of the plain character at `offset`; 0 if there is another one, or no
/// character.
std::size_t plain_size_at(std::string_view utf8, std::size_t offset) {
  const CodePoint point = code_point_at(utf8, offset);
  return is_plain(point.value) ? point.size : 0;
}

/// Whether the eight bytes at `offset` are printable ASCII: eight plain characters at once.
bool eight_are_ascii(std::string_view utf8, std::size_t offset) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  constexpr std::uint64_t kHigh = 0x80U * kEach;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, utf8.data() + offset, sizeof bytes);
  // Below 0x20 the subtraction borrows; 0x7F becomes 0x80 by the addition.
  return ((bytes | (bytes - 0x20U * kEach) | (bytes + kEach)) & kHigh) == 0;
}

/// grapheme_prefix_size() by all the rules of Unicode.
std::size_t prefix_size_by_rules(std::string_view utf8, std::size_t count) {
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

}  // namespace

std::size_t grapheme_prefix_size(std::string_view utf8, std::size_t count) {
  // A grapheme takes at least one byte, so a short text needs no look at its boundaries.
  if (count >= utf8.size()) {
    return utf8.size();
  }
  std::size_t last = 0;    // where the last plain character begins
  std::size_t passed = 0;  // how many there are before `at`
  for (std::size_t at = 0; at < utf8.size(); ++passed) {
    while (count - passed > 8 && utf8.size() - at >= 8 && eight_are_ascii(utf8, at)) {
      at += 8;
      passed += 8;
      last = at - 1;
    }
    for (; passed < count && is_common_han_at(utf8, at); at += 3, ++passed) {
      last = at;
    }
    if (at == utf8.size()) {
      break;
    }
    const std::size_t size = plain_size_at(utf8, at);
    if (size == 0) {
      // It may belong to the character before it.
      const std::size_t before = passed == 0 ? 0 : passed - 1;
      return last + prefix_size_by_rules(utf8.substr(last), count - before);
    }
    if (passed == count) {
      return at;
    }
    last = at;
    at += size;
  }
  return utf8.size();
}

}  // namespace text
