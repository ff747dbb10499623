#pragma once

#include "digest/field.hpp"
#include "digest/line_pattern.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// What a line looks like: how a part without a label is told from its neighbours.
enum class Shape {
  latin,          ///< no ideograph
  chinese,        ///< an ideograph somewhere
  names,          ///< Latin names between commas
  bracketed,      ///< [...]
  numbered,       ///< begins with a list number
  emphasised,     ///< **...** from the beginning to the end
  parenthesised,  ///< (...)
  address,        ///< one word with a scheme in front
};

/// A line of a record that has no label. It fills `fields[0]`; if there is a second field, what
/// stands behind the first `divider` goes there.
struct Part {
  Shape shape = Shape::latin;
  std::vector<Field> fields;
  std::string divider;
};

/// A phrase at the beginning of a line that says which field follows, on that line or the next.
struct Label {
  std::string text;
  Field field = Field::tldr;
  std::optional<Field> chinese;  ///< where the text goes instead if it is mostly Chinese

  /// The label without its colon.
  [[nodiscard]] std::string_view word() const {
    const bool with_colon = text.size() > 1 && text.ends_with(':');
    return std::string_view(text).substr(0, text.size() - (with_colon ? 1 : 0));
  }
};

/// What begins a record.
struct Opener {
  /// Where it may stand in the middle of a line, since scraping glues lines together.
  enum class Inside { never, known_category, next_rank, after_break };

  LinePattern pattern;
  std::vector<std::string> holds;  ///< it opens only lines that hold all of these
  Inside inside = Inside::never;
  bool rest_is_title = true;  ///< no placeholder or label takes the title
};

/// What ends a record.
struct Closers {
  bool address = false;  ///< the paper's address, a line of its own or the end of one
  bool blank = false;    ///< a blank line
  std::vector<LinePattern> lines;
};

/// Lines to drop, with the name that claims show: `noise:watermark`.
struct NoiseRule {
  std::string name;
  LinePattern pattern;
};

}  // namespace digest
