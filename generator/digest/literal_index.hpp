#pragma once

#include "digest/byte_set.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace digest {

/// Many literals by what tells most of their first character, so that a text is looked through for
/// all of them at once, and a place is compared with hardly any.
class LiteralIndex {
 public:
  /// Literals are numbered from 0 in the order of adding; none is empty or begins with a blank.
  void add(std::string_view literal);

  /// The first place at or after `from` where one of them may begin; the size of `text` if none
  /// may.
  [[nodiscard]] std::size_t next_in(std::string_view text, std::size_t from) const {
    return bytes_.next_in(text, from);
  }

  /// The numbers of those that may stand at `offset` of `text`, in their order.
  [[nodiscard]] std::span<const std::uint32_t> at(std::string_view text, std::size_t offset) const;

 private:
  using Numbers = std::vector<std::uint32_t>;

  Numbers& of(char key) { return by_key_[static_cast<unsigned char>(key)]; }

  ByteSet bytes_;
  std::uint32_t count_ = 0;
  std::array<Numbers, 256> by_key_;  ///< by the last byte of the first character
};

}  // namespace digest
