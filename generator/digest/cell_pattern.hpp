#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// What a placeholder took: its place among the pattern's placeholders, and a trimmed view.
struct CellPiece {
  std::size_t placeholder = 0;
  std::string_view text;
};

/// A cell or heading as a format describes it: literal text with placeholders. In the literal text,
///
///     one blank       stands for one or more blanks, or a line break
///     two blanks      for at least two
///     a mark          for its full-width form too, and `-` for any dash
///     {-}             for a dash or colon with blanks round it, or for nothing at all
///
/// and of the placeholders, {rank} takes digits, {year} four digits, and every other one whatever
/// stands up to the first place where the literal behind it fits, or to the end of the text. The
/// pattern is the whole of the text; ends are trimmed. Only a placeholder at the end may be empty.
/// Matching takes time in proportion to the text for each literal, and never backtracks.
class CellPattern {
 public:
  /// Nothing if a brace is open, or nothing stands between two placeholders.
  static std::optional<CellPattern> parse(std::string_view pattern);

  /// The pieces of `cell`, one for each placeholder in its order; nothing if it does not fit.
  [[nodiscard]] std::optional<std::vector<CellPiece>> match(std::string_view cell) const;

  /// The placeholders' names, in their order, without `-`.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

  [[nodiscard]] const std::string& text() const { return text_; }

  /// Whether it is one placeholder, which fits every cell.
  [[nodiscard]] bool takes_anything() const {
    return elements_.size() == 1 && elements_.front().kind == Kind::anything;
  }

 private:
  enum class Kind { literal, dash, digits, year, anything };

  struct Element {
    Kind kind;
    std::string text;  ///< of a literal
  };

  std::string text_;
  std::vector<Element> elements_;
  std::vector<std::string> names_;
};

}  // namespace digest
