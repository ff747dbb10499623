#include "jinja/output_buffer.hpp"

#include <algorithm>

namespace jinja {

void OutputBuffer::grow(std::size_t size) {
  static constexpr std::size_t kFirstSize = 4096;
  bytes_.resize(std::max({kFirstSize, bytes_.size() * 2, size_ + size}));
}

}  // namespace jinja
