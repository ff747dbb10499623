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
  [[nodiscard]] values::Value* take(std::size_t slots, std::size_t size);
  /// Takes back the `size` values that take gave last.
  void give_back(std::size_t size);

 private:
  struct Chunk {
    std::unique_ptr<values::Value[]> values;
    std::size_t size = 0;
    std::size_t used = 0;
  };

  std::vector<Chunk> chunks_;
  std::size_t current_ = 0;
};

}  // namespace jinja
