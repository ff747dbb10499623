#pragma once

#include "text/html_escape.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace jinja {

/// The end of a text that grows by many small pieces: a std::string used up to its capacity, so
/// that a piece costs one comparison and the copy.
class OutputBuffer {
 public:
  OutputBuffer() = default;

  [[nodiscard]] std::size_t size() const { return size_; }

  /// What was written from `start` on. Valid until more is written.
  [[nodiscard]] std::string_view from(std::size_t start) const {
    return std::string_view(bytes_).substr(start, size_ - start);
  }

  // Called for every piece of a page; the compiler would not always inline it by itself.
  [[gnu::always_inline]] void append(std::string_view piece) {
    make_room(piece.size());
    std::memcpy(bytes_.data() + size_, piece.data(), piece.size());
    size_ += piece.size();
  }

  /// Appends `number` in decimal digits.
  void append_number(std::int64_t number);

  /// As text::append_html_escaped.
  void append_html_escaped(std::string_view utf8) {
    make_room(text::max_html_escaped_size(utf8.size()));
    char* const begin = bytes_.data();
    size_ = static_cast<std::size_t>(text::write_html_escaped(begin + size_, utf8) - begin);
  }

  /// Begins anew. Keeps its memory, unless a page took unusually much.
  void clear();

  /// Everything; nothing is left.
  [[nodiscard]] std::string take() {
    bytes_.resize(size_);
    size_ = 0;
    return std::exchange(bytes_, {});
  }

 private:
  void make_room(std::size_t size) {
    if (bytes_.size() - size_ < size) [[unlikely]] {
      grow(size);
    }
  }

  void grow(std::size_t size);

  std::string bytes_;  ///< those behind `size_` mean nothing
  std::size_t size_ = 0;
};

}  // namespace jinja
