#include "text/content_hash.hpp"

#include <xxhash.h>

namespace text {

std::uint64_t content_hash(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::string short_hash(std::string_view bytes, std::size_t digits) {
  constexpr std::string_view kHexDigits = "0123456789abcdef";
  std::uint64_t hash = content_hash(bytes);
  std::string out;
  for (std::size_t i = 0; i < digits && i < 16; ++i) {
    out.push_back(kHexDigits[hash >> 60U]);
    hash <<= 4U;
  }
  return out;
}

}  // namespace text
