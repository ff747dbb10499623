#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace catalog {

/// Numbers distinct keys 0, 1, 2… in the order in which they come. It holds a bounded number of
/// keys and allocates twice in all: a table is made for each paper several times, where
/// std::unordered_map, with an allocation a key, took most of the time.
class KeyNumbers {
 public:
  /// For at most `most_keys` different keys.
  explicit KeyNumbers(std::size_t most_keys)
      : slots_(std::bit_ceil(2 * most_keys + 2), kFree),
        shift_(32 - std::countr_zero(slots_.size())) {
    keys_.reserve(most_keys / 2);
  }

  [[nodiscard]] std::size_t size() const { return keys_.size(); }

  /// The number of `key`; `size()` as it was before if the key is new.
  std::size_t number_of(std::uint32_t key) {
    // Fibonacci hashing (Knuth 6.4): the upper bits of the product depend on all bits of the key.
    std::size_t slot = (key * 2654435769U) >> shift_;
    while (slots_[slot] != kFree) {
      if (keys_[slots_[slot]] == key) {
        return slots_[slot];
      }
      slot = (slot + 1) & (slots_.size() - 1);
    }
    slots_[slot] = static_cast<std::uint32_t>(keys_.size());
    keys_.push_back(key);
    return keys_.size() - 1;
  }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;

  std::vector<std::uint32_t> slots_;  ///< numbers of keys; at most half of them are in use
  std::vector<std::uint32_t> keys_;   ///< by number
  int shift_;
};

}  // namespace catalog
