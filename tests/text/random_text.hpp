#pragma once

#include "text/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace text {

/// Texts for tests of properties: the same ones on every machine and in every run.
class RandomText {
 public:
  /// Up to `size` code points of many scripts; ASCII is most frequent.
  std::string well_formed(std::size_t size) {
    std::string out;
    for (std::size_t i = next(size + 1); i > 0; --i) {
      append_utf8(out, code_point());
    }
    return out;
  }

  /// Up to `size` bytes: pieces of UTF-8, whole and broken.
  std::string bytes(std::size_t size) {
    std::string out;
    while (out.size() < size && next(20) != 0) {
      if (next(3) == 0) {
        out.push_back(static_cast<char>(next(256)));
      } else {
        append_utf8(out, code_point());
      }
    }
    return out;
  }

  std::size_t next(std::size_t bound) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return (state_ >> 33U) % bound;
  }

 private:
  char32_t code_point() {
    switch (next(8)) {
      case 0:
        return static_cast<char32_t>(next(0x20));
      case 1:
        return static_cast<char32_t>(0x80 + next(0x780));
      case 2:
        return static_cast<char32_t>(0x4E00 + next(0x100));
      case 3:
        return static_cast<char32_t>(next(0x11000));
      case 4:
        return static_cast<char32_t>(0x1F000 + next(0x1000));
      default:
        return static_cast<char32_t>(0x20 + next(0x60));
    }
  }

  std::uint64_t state_ = 2023;
};

}  // namespace text
