#pragma once

#include <string_view>
#include <vector>

namespace text {

/// A part of a text: plain, or mathematics in TeX.
struct TextRun {
  enum class Kind { text, inline_math, display_math };

  Kind kind = Kind::text;
  std::string_view source;   ///< with the marks round it
  std::string_view content;  ///< of mathematics: what stands between them; of text: `source`
};

/// `text` parted into plain text and mathematics; the sources of the runs, one behind the other,
/// are `text`. Mathematics is what stands between
///  - `\(` and `\)`, `\[` and `\]`, and is not blank;
///  - `$$` and `$$`, with no blank at its ends or with one of `\ ^ _ =` in it;
///  - `$` and the next `$` that no `\` precedes, with no blank at its ends, no digit behind it, and
///    either `^`, `_` or a TeX command in it and no row of three words, or, where neither a letter
///    nor a digit touches it from the left, only numbers, signs and words of at most three letters.
/// So `$O(n^6)$`, `360$^{\circ}$` and `$k$-best` are, and `$5 and $10`, `#Turki$hTweets` or a lone
/// `$` are not. Takes linear time. Views into `text`.
[[nodiscard]] std::vector<TextRun> split_math(std::string_view text);

/// Whether `text` may hold mathematics at all: a cheap first look.
[[nodiscard]] bool may_hold_math(std::string_view text);

}  // namespace text
