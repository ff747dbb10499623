#pragma once

#include "digest/byte_set.hpp"
#include "digest/han_forms.hpp"
#include "digest/script.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace digest {

/// Many literals by their first characters, so that a text is looked through for all of them at
/// once, and a place is compared with hardly any.
class LiteralIndex {
 public:
  /// Literals are numbered from 0 in the order of adding; none is empty or begins with a blank.
  void add(std::string_view literal) {
    bytes_.add_literal(literal);
    const Character first = character_at(literal, 0);
    insert(first);
    if (first.size == 1) {
      const std::array<char, 3> wide = full_width(literal[0]);
      insert(character_at({wide.data(), wide.size()}, 0));
    }
    if (const auto other = other_form(literal)) {
      insert(character_at({other->data(), other->size()}, 0));
    }
    ++count_;
  }

  /// The first place at or after `from` where one of them may begin; the size of `text` if none
  /// may.
  [[nodiscard]] std::size_t next_in(std::string_view text, std::size_t from) const {
    return bytes_.next_in(text, from);
  }

  /// Calls `visit` with the numbers of those whose first character stands at `offset` of `text`, in
  /// their order.
  template <typename Visit>
  void at(std::string_view text, std::size_t offset, Visit visit) const {
    if (offset >= text.size()) {
      return;
    }
    const Character first = character_at(text, offset);
    for (const Entry& entry : entries_[first.last]) {
      if (entry.bytes == first.bytes) {
        visit(entry.number);
      }
    }
  }

 private:
  /// As far as its first byte says how long it is; what is malformed is compared as it is.
  struct Character {
    std::uint32_t bytes = 0;
    std::size_t size = 1;
    unsigned char last = 0;
  };

  struct Entry {
    std::uint32_t bytes = 0;
    std::size_t number = 0;
  };

  [[nodiscard]] static Character character_at(std::string_view text, std::size_t offset) {
    const auto lead = static_cast<unsigned char>(text[offset]);
    const std::size_t said = lead < 0xC0 ? 1 : (lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4));
    Character character;
    character.size = std::min(said, text.size() - offset);
    for (std::size_t i = 0; i < character.size; ++i) {
      character.last = static_cast<unsigned char>(text[offset + i]);
      character.bytes = (character.bytes << 8U) | character.last;
    }
    return character;
  }

  void insert(const Character& first) { entries_[first.last].push_back({first.bytes, count_}); }

  ByteSet bytes_;
  std::size_t count_ = 0;
  std::array<std::vector<Entry>, 256> entries_;  ///< by the last byte, which tells most
};

}  // namespace digest
