#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace text {

/// 64 bits that stand for `bytes`: XXH3, equal on every machine. Not for security.
[[nodiscard]] std::uint64_t content_hash(std::string_view bytes);

/// The first `digits` (at most 16) hex digits of the hash, for names of files and URLs.
[[nodiscard]] std::string short_hash(std::string_view bytes, std::size_t digits);

}  // namespace text
