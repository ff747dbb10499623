#include "jinja/output_buffer.hpp"

#include <algorithm>
#include <charconv>

namespace jinja {

void OutputBuffer::grow(std::size_t size) {
  static constexpr std::size_t kFirstSize = 4096;
  bytes_.resize(std::max({kFirstSize, bytes_.size() * 2, size_ + size}));
}

void OutputBuffer::append_number(std::int64_t number) {
  static constexpr std::size_t kMaxSize = 20;  // of the smallest number, with its sign
  make_room(kMaxSize);
  char* const begin = bytes_.data();
  size_ = static_cast<std::size_t>(
      std::to_chars(begin + size_, begin + size_ + kMaxSize, number).ptr - begin);
}

void OutputBuffer::clear() {
  static constexpr std::size_t kKeptSize = 4'000'000;
  size_ = 0;
  if (bytes_.size() > kKeptSize) {
    bytes_ = std::string();
  }
}

}  // namespace jinja
