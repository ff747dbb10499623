#pragma once

#include "digest/han_forms.hpp"
#include "digest/line_pattern.hpp"
#include "digest/script.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace digest {

/// The bytes with which any of some literals or patterns can begin: a test that costs nothing and
/// spares most places of a line the comparison with each of them.
class ByteSet {
 public:
  void add_literal(std::string_view literal) {
    if (literal.empty() || literal.front() == ' ') {
      in_.fill(true);
      return;
    }
    add(literal.front());
    if (!is_wide(literal.front())) {
      add('\xEF');  // the full-width form of an ASCII character begins so
    } else if (const char other = other_first_byte(literal); other != '\0') {
      add(other);
    }
  }

  void add_pattern(const LinePattern& pattern) {
    for (std::size_t byte = 0; byte < in_.size(); ++byte) {
      in_[byte] = in_[byte] || pattern.may_begin_with(static_cast<char>(byte));
    }
  }

  [[nodiscard]] bool has(char c) const { return in_[static_cast<unsigned char>(c)]; }

 private:
  void add(char c) { in_[static_cast<unsigned char>(c)] = true; }

  std::array<bool, 256> in_{};
};

}  // namespace digest
