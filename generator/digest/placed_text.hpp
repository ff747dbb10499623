#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// Bytes of a page's text and where they come from. Equally long: byte for byte; else as a whole (a
/// character reference, the address of a link).
struct TextRun {
  std::size_t begin = 0;  ///< in the text
  std::size_t size = 0;
  std::size_t source_begin = 0;  ///< in the page's source
  std::size_t source_size = 0;
};

/// A text, and where each piece of it comes from.
struct PlacedText {
  std::string text;
  std::vector<TextRun> runs;  ///< in the order of the text; what has no source may have none

  /// Appends `piece`, which is written with `size` bytes at `offset` of the source.
  void put(std::string_view piece, std::size_t offset, std::size_t size);

  /// Appends all of `other`.
  void append(const PlacedText& other);
};

}  // namespace digest
