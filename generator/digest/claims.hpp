#pragma once

#include "text/source_text.hpp"

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// What some bytes of a digest were taken for. Never reaches over a line break.
struct Claim {
  std::size_t offset = 0;  ///< in the source's bytes
  std::size_t size = 0;
  std::string kind;  ///< a field's name, `head:…`, `noise:…`, `blank` or `unclaimed`
  int paper = 0;     ///< 1-based place among the digest's papers; 0: none

  auto operator<=>(const Claim&) const = default;
};

/// Collects claims while a digest is read.
class ClaimBook {
 public:
  explicit ClaimBook(const text::SourceText& source) : source_(source) {}

  /// Claims `piece`, a view into the source; of several lines, each without the blanks at its ends.
  /// Empty pieces are ignored.
  void claim(std::string_view piece, std::string_view kind, int paper = 0);

  /// How many there are.
  [[nodiscard]] std::size_t count() const { return claims_.size(); }

  /// Forgets all but the first `count`: what was read behind them is left out.
  void forget_from(std::size_t count);

  /// All claims in the order of the file, completed so that they cover every byte exactly once:
  /// blanks and line breaks go to the claim before them on their line (else to the one behind),
  /// empty lines become `blank`, and the rest `unclaimed`.
  [[nodiscard]] std::vector<Claim> complete() &&;

 private:
  const text::SourceText& source_;
  std::vector<Claim> claims_;
};

}  // namespace digest
