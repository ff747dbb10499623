#pragma once

#include "digest/byte_set.hpp"
#include "digest/script.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace digest {

/// The literals that part the items of a list, and with which bytes they begin: a list is looked
/// through for all of them at once.
class Separators {
 public:
  Separators() = default;

  explicit Separators(std::vector<std::string> literals) : literals_(std::move(literals)) {
    for (const std::string& literal : literals_) {
      bytes_.add_literal(literal);
    }
  }

  [[nodiscard]] bool empty() const { return literals_.empty(); }

  [[nodiscard]] const std::vector<std::string>& literals() const { return literals_; }

  /// Whether one of them may begin at `offset` of `text`, which is inside it.
  [[nodiscard]] bool may_begin(std::string_view text, std::size_t offset) const {
    return bytes_.may_begin(text, offset);
  }

  /// The bytes that the first of them takes that stands at `offset` of `text`; 0 if none does.
  [[nodiscard]] std::size_t size_at(std::string_view text, std::size_t offset) const {
    for (const std::string& literal : literals_) {
      if (const auto size = literal_size(text, offset, literal)) {
        return *size;
      }
    }
    return 0;
  }

 private:
  std::vector<std::string> literals_;
  ByteSet bytes_;
};

}  // namespace digest
