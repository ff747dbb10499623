#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace bench {

/// An input that a reader may be slow on: something that makes its format known, then one piece
/// again and again. `{n}` in the piece is the number of the repetition.
struct HostileInput {
  std::string_view file;  ///< its name: it tells the reader
  std::string_view head;
  std::string_view piece;
  bool in_one_line = false;  ///< the pieces follow each other; else each one has its own line
};

/// No line is longer: those over 1 MiB are not read.
inline constexpr std::size_t kLongestLine = 1'000'000;

/// Every reader with the pieces that mean something to it.
[[nodiscard]] std::span<const HostileInput> hostile_inputs();

/// `input` with `size` bytes or a few more.
[[nodiscard]] std::string made(const HostileInput& input, std::size_t size);

}  // namespace bench
