#pragma once

#include "digest/han_forms.hpp"
#include "digest/line_pattern.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace digest {

/// The characters with which any of some literals or patterns can begin, as far as their first
/// three bytes tell: a test that costs next to nothing and spares most places of a line the
/// comparison with each of them. Three, since most of Chinese begins with a few bytes.
class ByteSet {
 public:
  void add_literal(std::string_view literal) {
    if (literal.empty()) {
      add_everywhere(kFirst | kBehind);
      return;
    }
    const char c = literal.front();
    if (c == ' ') {  // a blank of any kind
      add_everywhere(kBehind);
      for (std::size_t byte = 0; byte < roles_.size(); ++byte) {
        roles_[byte] |= text::may_begin_space(static_cast<char>(byte)) ? kFirst : Roles{0};
      }
    } else if (!is_wide(c)) {
      at(c) |= kFirst;
      add_bytes(full_width(c));
    } else if (literal.size() >= 3) {
      add_bytes({literal[0], literal[1], literal[2]});
      if (const auto other = other_form(literal)) {
        add_bytes(*other);
      }
    } else {
      at(c) |= kFirst;  // a character of two bytes
      add_everywhere(kBehind);
    }
  }

  void add_pattern(const LinePattern& pattern) {
    if (pattern.begins_with_literal()) {
      add_literal(pattern.first_literal());
      return;
    }
    for (std::size_t byte = 0; byte < roles_.size(); ++byte) {
      roles_[byte] |= pattern.may_begin_with(static_cast<char>(byte)) ? kFirst : Roles{0};
    }
    if (pattern.may_begin_with('\xFF')) {
      add_everywhere(kBehind);
    }
  }

  void add_all(const ByteSet& other) {
    for (std::size_t byte = 0; byte < roles_.size(); ++byte) {
      roles_[byte] |= other.roles_[byte];
    }
  }

  /// Whether one of them may begin at `offset` of `text`, which is inside it.
  [[nodiscard]] bool may_begin(std::string_view text, std::size_t offset) const {
    const char c = text[offset];
    if (!has(c, kFirst) || !is_wide(c)) {
      return has(c, kFirst);
    }
    return offset + 1 < text.size() && has(text[offset + 1], kSecond) &&
           (offset + 2 >= text.size() || has(text[offset + 2], kThird));
  }

  /// The first place at or after `from` where one of them may begin; the size of `text` if none
  /// may.
  [[nodiscard]] std::size_t next_in(std::string_view text, std::size_t from) const {
    for (;; ++from) {
      from = next_first(text, from);
      if (from >= text.size() || may_begin(text, from)) {
        return from;
      }
    }
  }

 private:
  /// What a byte may be of a character that is in the set.
  using Roles = std::uint8_t;
  static constexpr Roles kFirst = 1;
  static constexpr Roles kSecond = 2;  ///< this and the next one: of characters outside ASCII
  static constexpr Roles kThird = 4;
  static constexpr Roles kBehind = kSecond | kThird;

  Roles& at(char c) { return roles_[static_cast<unsigned char>(c)]; }

  [[nodiscard]] Roles roles(char c) const { return roles_[static_cast<unsigned char>(c)]; }

  [[nodiscard]] bool has(char c, Roles role) const { return (roles(c) & role) != 0; }

  /// The first byte at or after `from` that may be a first one; several at a time, since most are
  /// none.
  [[nodiscard]] std::size_t next_first(std::string_view text, std::size_t from) const {
    constexpr std::size_t kStep = 4;
    for (; from + kStep <= text.size(); from += kStep) {
      Roles any = 0;
      for (std::size_t i = 0; i < kStep; ++i) {
        any |= roles(text[from + i]);
      }
      if ((any & kFirst) != 0) {
        break;
      }
    }
    while (from < text.size() && !has(text[from], kFirst)) {
      ++from;
    }
    return from;
  }

  void add_everywhere(Roles roles) {
    for (Roles& byte : roles_) {
      byte |= roles;
    }
  }

  void add_bytes(const std::array<char, 3>& three) {
    at(three[0]) |= kFirst;
    at(three[1]) |= kSecond;
    at(three[2]) |= kThird;
  }

  std::array<Roles, 256> roles_{};
};

}  // namespace digest
