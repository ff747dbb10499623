#pragma once

#include "digest/digest.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace catalog {

/// A word of a paper, or two Chinese characters side by side, since written Chinese does not part
/// its words.
struct PaperWord {
  /// A hash of the word without case and plural: equal for equal words. Of different words hardly
  /// ever: 100,000 papers have about a million, so about 100 pairs of them share an id, and two
  /// papers that meet by chance in one of twenty words come to no harm.
  std::uint32_t id = 0;
  std::uint32_t count = 0;  ///< how often; in a title several times
  std::uint32_t place = 0;  ///< where it stands first, for `spelling_at`

  auto operator<=>(const PaperWord&) const = default;
};

/// Of a longer paper only so many bytes are read: several times what a digest tells of one, and
/// enough to know what it is about.
inline constexpr std::size_t kBytesRead = 32768;

/// The words that say what `paper` is about, by first place: English ones of three letters or more
/// that are no stop words, and Chinese pairs, from titles, summary, points and abstracts.
[[nodiscard]] std::vector<PaperWord> words_of(const digest::Paper& paper);

/// Whether the word with `id` is a pair of Chinese characters.
[[nodiscard]] bool is_chinese_pair(std::uint32_t id);

/// The word of `paper` at `place`, as people write it: in lower case unless it has capitals inside
/// (`BERT`, `LoRA`).
[[nodiscard]] std::string spelling_at(const digest::Paper& paper, std::uint32_t place);

}  // namespace catalog
