#pragma once

#include "digest/han_forms.hpp"
#include "digest/line_pattern.hpp"
#include "digest/script.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace digest {

/// The characters with which any of some literals or patterns can begin, as far as their first
/// three bytes tell: a test that costs next to nothing and spares most places of a line the
/// comparison with each of them. Three, since most of Chinese begins with a few bytes.
class ByteSet {
 public:
  void add_literal(std::string_view literal) {
    if (literal.empty() || literal.front() == ' ') {
      first_.fill(true);
      second_.fill(true);
      third_.fill(true);
      return;
    }
    const char c = literal.front();
    if (!is_wide(c)) {
      at(first_, c) = true;
      add_bytes(full_width(c));
    } else if (literal.size() >= 3) {
      add_bytes({literal[0], literal[1], literal[2]});
      if (const auto other = other_form(literal)) {
        add_bytes(*other);
      }
    } else {
      at(first_, c) = true;  // a character of two bytes
      second_.fill(true);
      third_.fill(true);
    }
  }

  void add_pattern(const LinePattern& pattern) {
    if (pattern.begins_with_literal()) {
      add_literal(pattern.first_literal());
      return;
    }
    for (std::size_t byte = 0; byte < first_.size(); ++byte) {
      first_[byte] = first_[byte] || pattern.may_begin_with(static_cast<char>(byte));
    }
    if (pattern.may_begin_with('\xFF')) {
      second_.fill(true);
      third_.fill(true);
    }
  }

  void add_all(const ByteSet& other) {
    for (std::size_t byte = 0; byte < first_.size(); ++byte) {
      first_[byte] = first_[byte] || other.first_[byte];
      second_[byte] = second_[byte] || other.second_[byte];
      third_[byte] = third_[byte] || other.third_[byte];
    }
  }

  /// Whether one of them may begin at `offset` of `text`, which is inside it.
  [[nodiscard]] bool may_begin(std::string_view text, std::size_t offset) const {
    const char c = text[offset];
    if (!has(first_, c) || !is_wide(c)) {
      return has(first_, c);
    }
    return offset + 1 < text.size() && has(second_, text[offset + 1]) &&
           (offset + 2 >= text.size() || has(third_, text[offset + 2]));
  }

  /// The first place at or after `from` where one of them may begin; the size of `text` if none
  /// may.
  [[nodiscard]] std::size_t next_in(std::string_view text, std::size_t from) const {
    while (from < text.size() && !may_begin(text, from)) {
      ++from;
    }
    return from;
  }

 private:
  using Bytes = std::array<bool, 256>;

  static bool& at(Bytes& bytes, char c) { return bytes[static_cast<unsigned char>(c)]; }

  static bool has(const Bytes& bytes, char c) { return bytes[static_cast<unsigned char>(c)]; }

  void add_bytes(const std::array<char, 3>& three) {
    at(first_, three[0]) = true;
    at(second_, three[1]) = true;
    at(third_, three[2]) = true;
  }

  Bytes first_{};
  Bytes second_{};  ///< this and the next one: of characters outside ASCII
  Bytes third_{};
};

}  // namespace digest
