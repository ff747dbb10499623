#pragma once

#include "values/value.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace jinja {

/// Room for the slots and stacks of frames, which are taken and given back in turn. Never moves
/// what it gave, so frames may point into it.
class ValueStack {
 public:
  /// `size` values, of which the first `slots` are undefined; the others are what was left there.
  [[nodiscard]] values::Value* take(std::size_t slots, std::size_t size) {
    if (chunks_.empty() || chunks_[current_].used + size > chunks_[current_].size) [[unlikely]] {
      add_room(size);
    }
    Chunk& chunk = chunks_[current_];
    values::Value* const taken = chunk.values.get() + chunk.used;
    chunk.used += size;
    for (values::Value* slot = taken; slot != taken + slots; ++slot) {
      slot->clear();
    }
    return taken;
  }

  /// Takes back the `size` values that take gave last.
  void give_back(std::size_t size) {
    chunks_[current_].used -= size;
    if (chunks_[current_].used == 0 && current_ > 0) {
      --current_;
    }
  }

  /// Makes all values undefined. Nothing may be taken.
  void clear();

 private:
  /// Makes the next chunk the current one, with room for `size` values.
  void add_room(std::size_t size);

  struct Chunk {
    std::unique_ptr<values::Value[]> values;
    std::size_t size = 0;
    std::size_t used = 0;
  };

  std::vector<Chunk> chunks_;
  std::size_t current_ = 0;
};

}  // namespace jinja
