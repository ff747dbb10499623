#pragma once

#include "digest/placed_text.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace digest {

/// A piece of a page's source, in bytes.
struct SourceSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// From the text of a page back to its source. Lines are those of the text, 1-based.
class PlaceMap {
 public:
  /// Both outlive the map; `lines` is the text of `page`.
  PlaceMap(const PlacedText& page, const text::SourceText& lines) : page_(page), lines_(lines) {}

  /// Where the `size` bytes at `offset` of the text come from, in the order of the text.
  [[nodiscard]] std::vector<SourceSpan> spans(std::size_t offset, std::size_t size) const;
  /// None if there is no such line.
  [[nodiscard]] std::vector<SourceSpan> line_spans(int line) const;

  /// Where byte `offset` of the text comes from; what has no source is where the next piece is.
  [[nodiscard]] std::optional<std::size_t> source_offset(std::size_t offset) const;
  [[nodiscard]] std::optional<std::size_t> line_offset(int line) const;

 private:
  [[nodiscard]] bool is_line(int line) const;

  const PlacedText& page_;
  const text::SourceText& lines_;
};

}  // namespace digest
