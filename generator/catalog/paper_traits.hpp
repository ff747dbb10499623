#pragma once

#include "catalog/catalog.hpp"
#include "catalog/catalog_options.hpp"
#include "catalog/paper_words.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace catalog {

/// Something that two papers can have in common.
struct Trait {
  enum class Kind : std::uint8_t { word, chinese_pair, author };

  Kind kind = Kind::word;
  std::uint16_t weight = 0;  ///< how much it says about the paper
  std::uint32_t key = 0;     ///< a word's id, or an author's place among the terms
  std::uint32_t place = 0;   ///< of a word for `spelling_at`; of an author in the paper's list

  auto operator<=>(const Trait&) const = default;
};

/// Traits of one paper: its heaviest words, up to twelve of them English and the rest Chinese, or
/// all of one language where the other is missing; and its authors. Twenty words tell a subject; a
/// list of hundreds of authors (a technical report) tells no more than its beginning.
inline constexpr std::size_t kWordsOfOnePaper = 20;
inline constexpr std::size_t kEnglishWordsOfOnePaper = 12;
inline constexpr std::size_t kAuthorsOfOnePaper = 32;

/// How many papers have each word. A few words in a hundred share their counter, which makes them
/// look more common than they are and does no other harm; in return the table has a fixed size and
/// keeps no word.
class WordFrequencies {
 public:
  explicit WordFrequencies(std::size_t paper_count);

  /// Counts the words of one more paper.
  void add(std::span<const PaperWord> words);

  /// At least the number of papers with the word, for numbers up to 65,535.
  [[nodiscard]] std::size_t papers_with(std::uint32_t word) const;

 private:
  std::vector<std::uint16_t> counts_;
};

[[nodiscard]] WordFrequencies count_words(const Catalog& catalog, const ForEachIndex& for_each);

/// How much it tells that `papers_with_it` of all papers have a trait, in half bits of information:
/// 0 where most have it, at most 20. Whole numbers, so that it is the same everywhere, and in
/// steps, so that one more digest changes the weight of few words.
[[nodiscard]] std::uint32_t rarity(std::size_t paper_count, std::size_t papers_with_it);

/// The traits of one paper: words, then authors in its order. Depends on nothing but its arguments.
[[nodiscard]] std::vector<Trait> traits_of(const Catalog& catalog, PaperIndex paper,
                                           const WordFrequencies& frequencies);

}  // namespace catalog
