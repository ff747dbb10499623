#include "text/html_special.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace text {

namespace {

constexpr std::array<bool, 256> kSpecial = [] {
  std::array<bool, 256> special{};
  for (const char c : {'&', '<', '>', '"', '\''}) {
    special[static_cast<unsigned char>(c)] = true;
  }
  return special;
}();

}  // namespace

std::size_t find_html_special_bytewise(std::string_view utf8, std::size_t start) {
  std::size_t at = start;
  while (at < utf8.size() && !kSpecial[static_cast<unsigned char>(utf8[at])]) {
    ++at;
  }
  return at;
}

#ifdef __SSE2__

namespace {

constexpr std::size_t kBlock = 16;

/// Bit n: byte n is special. `&` and `'` differ in their last bit only, `<` and `>` in the one
/// before it, so three comparisons are enough for five characters.
unsigned special_bits(__m128i bytes) {
  const __m128i ampersand_or_apostrophe =
      _mm_cmpeq_epi8(_mm_or_si128(bytes, _mm_set1_epi8('&' ^ '\'')), _mm_set1_epi8('\''));
  const __m128i angle_bracket =
      _mm_cmpeq_epi8(_mm_or_si128(bytes, _mm_set1_epi8('<' ^ '>')), _mm_set1_epi8('>'));
  const __m128i quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
  const __m128i any = _mm_or_si128(_mm_or_si128(ampersand_or_apostrophe, angle_bracket), quote);
  return static_cast<unsigned>(_mm_movemask_epi8(any));
}

unsigned special_bits_of_block(const char* data) {
  __m128i bytes;
  std::memcpy(&bytes, data, kBlock);
  return special_bits(bytes);
}

/// The same for `size` bytes, `half` to twice as many: their first and their last `half` bytes,
/// which may overlap. Reading no others, it needs no loop.
template <std::size_t half>
unsigned special_bits_of_ends(const char* data, std::size_t size) {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  std::memcpy(&first, data, half);
  std::memcpy(&last, data + size - half, half);
  const unsigned bits =
      special_bits(_mm_set_epi64x(static_cast<long long>(last), static_cast<long long>(first)));
  return (bits & 0xFFU) | (bits >> 8U) << (size - half);
}

/// The same for less than a block.
unsigned special_bits_of_short(const char* data, std::size_t size) {
  if (size >= 8) {
    return special_bits_of_ends<8>(data, size);
  }
  if (size >= 4) {
    return special_bits_of_ends<4>(data, size);
  }
  return size >= 2 ? special_bits_of_ends<2>(data, size) : special_bits_of_ends<1>(data, size);
}

/// The same for the last `rest` bytes of a text, fewer than a block. The last block of a longer
/// text overlaps what has been read before.
unsigned special_bits_of_rest(std::string_view utf8, std::size_t rest) {
  const char* const end = utf8.data() + utf8.size();
  return utf8.size() >= kBlock ? special_bits_of_block(end - kBlock) >> (kBlock - rest)
                               : special_bits_of_short(end - rest, rest);
}

}  // namespace

std::size_t find_html_special(std::string_view utf8, std::size_t start) {
  std::size_t at = start;
  for (; utf8.size() - at >= kBlock; at += kBlock) {
    const unsigned bits = special_bits_of_block(utf8.data() + at);
    if (bits != 0) {
      return at + static_cast<std::size_t>(std::countr_zero(bits));
    }
  }
  const std::size_t rest = utf8.size() - at;
  if (rest == 0) {
    return utf8.size();
  }
  const unsigned bits = special_bits_of_rest(utf8, rest);
  return bits == 0 ? utf8.size() : at + static_cast<std::size_t>(std::countr_zero(bits));
}

std::size_t copy_to_html_special(char* to, std::string_view utf8, std::size_t start) {
  std::size_t at = start;
  for (; utf8.size() - at >= kBlock; at += kBlock, to += kBlock) {
    __m128i bytes;
    std::memcpy(&bytes, utf8.data() + at, kBlock);
    std::memcpy(to, &bytes, kBlock);
    const unsigned bits = special_bits(bytes);
    if (bits != 0) {
      return at + static_cast<std::size_t>(std::countr_zero(bits));
    }
  }
  const std::size_t rest = utf8.size() - at;
  if (rest == 0) {
    return utf8.size();
  }
  std::memcpy(to, utf8.data() + at, rest);
  const unsigned bits = special_bits_of_rest(utf8, rest);
  return bits == 0 ? utf8.size() : at + static_cast<std::size_t>(std::countr_zero(bits));
}

#else

std::size_t find_html_special(std::string_view utf8, std::size_t start) {
  return find_html_special_bytewise(utf8, start);
}

std::size_t copy_to_html_special(char* to, std::string_view utf8, std::size_t start) {
  const std::size_t special = find_html_special_bytewise(utf8, start);
  std::memcpy(to, utf8.data() + start, special - start);
  return special;
}

#endif

}  // namespace text
