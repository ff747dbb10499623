#include "jinja/output_buffer.hpp"

#include <algorithm>

namespace jinja {

void OutputBuffer::grow(std::size_t size) {
  static constexpr std::size_t kFirstSize = 4096;
  bytes_.resize(std::max({kFirstSize, bytes_.size() * 2, size_ + size}));
}

void OutputBuffer::clear() {
  static constexpr std::size_t kKeptSize = 4'000'000;
  size_ = 0;
  if (bytes_.size() > kKeptSize) {
    bytes_ = std::string();
  }
}

}  // namespace jinja
