#pragma once

#include "digest/format.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace digest {

/// `1. text;` in its parts.
struct NumberedPoint {
  int number = 0;
  std::string_view text;  ///< without number and closing mark, trimmed
};

/// The numbered point that `line` is, or nothing. "2.5 倍" is none.
[[nodiscard]] std::optional<NumberedPoint> numbered_point(std::string_view line,
                                                          const PointMarks& marks);

/// Where point `number` begins inside `line`, behind a blank or a closing mark: two points on one
/// line. Nothing if it does not.
[[nodiscard]] std::optional<std::size_t> find_point(std::string_view line, int number,
                                                    const PointMarks& marks);

/// How much of `text` is its first point: up to the separator behind it.
[[nodiscard]] std::size_t first_point_size(std::string_view text, const PointMarks& marks);

/// Whether a mark that closes a point ends `text`.
[[nodiscard]] bool is_closed(std::string_view text, const PointMarks& marks);

/// `text` without the bullet before it.
[[nodiscard]] std::string_view without_bullet(std::string_view text, const PointMarks& marks);

/// `text` without the marks that close a point.
[[nodiscard]] std::string_view without_closer(std::string_view text, const PointMarks& marks);

}  // namespace digest
