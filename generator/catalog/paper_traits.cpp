#include "catalog/paper_traits.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <tuple>

namespace catalog {

namespace {

/// Counters. 1,000 synthetic records of real size have 80,000 different words and 100,000 records
/// 114,000 (50,000 in 60,000 real ones, mostly bare titles): with these numbers at most one word in
/// 13 shares its counter. 16 MB at most.
constexpr std::size_t kCountersPerPaper = 128;
constexpr std::size_t kFewestCounters = std::size_t{1} << 20U;
constexpr std::size_t kMostCounters = std::size_t{1} << 23U;

/// Papers whose words are held at one time.
constexpr std::size_t kPapersPerBlock = 1024;

/// A trait that one paper in 1024 has is as good as a rarer one: the rarest words are names,
/// numbers and misprints, not subjects.
constexpr std::size_t kRareAmong = 1024;

/// An author says more than a word that stands in a paper once, and less than one that stands there
/// twice.
constexpr std::uint32_t kAuthorEmphasis = 3;

/// floor(2 * log2(value)) for a value of at least 1.
std::uint32_t half_bits(std::uint64_t value) {
  return static_cast<std::uint32_t>(std::bit_width(value * value)) - 1;
}

bool is_heavier(const Trait& left, const Trait& right) {
  return std::tuple(right.weight, left.place) < std::tuple(left.weight, right.place);
}

/// The `count` heaviest of `words` come first, in order; the others follow in any.
void bring_heaviest_forward(std::vector<Trait>& words, std::size_t count) {
  const auto end = words.begin() + static_cast<std::ptrdiff_t>(std::min(count, words.size()));
  std::ranges::partial_sort(words, end, is_heavier);
}

/// The words of one paper that link it to others, by language.
struct WeightedWords {
  std::vector<Trait> english;
  std::vector<Trait> chinese;
};

WeightedWords weighted_words(const std::vector<PaperWord>& words, std::size_t paper_count,
                             const WordFrequencies& frequencies) {
  WeightedWords weighted;
  for (const PaperWord& word : words) {
    const std::size_t papers = frequencies.papers_with(word.id);
    const std::uint32_t weight = (2 + half_bits(word.count)) * rarity(paper_count, papers);
    // A word of one paper alone leads nowhere.
    if (papers < 2 || weight == 0) {
      continue;
    }
    const bool is_pair = is_chinese_pair(word.id);
    (is_pair ? weighted.chinese : weighted.english)
        .push_back({.kind = is_pair ? Trait::Kind::chinese_pair : Trait::Kind::word,
                    .weight = static_cast<std::uint16_t>(weight),
                    .key = word.id,
                    .place = word.place});
  }
  return weighted;
}

/// The heaviest words, some of each language if there are any.
std::vector<Trait> heaviest(WeightedWords words) {
  bring_heaviest_forward(words.english, kWordsOfOnePaper);
  bring_heaviest_forward(words.chinese, kWordsOfOnePaper);
  const std::size_t chinese =
      std::min(words.chinese.size(),
               kWordsOfOnePaper - std::min(words.english.size(), kEnglishWordsOfOnePaper));
  const std::size_t english = std::min(words.english.size(), kWordsOfOnePaper - chinese);
  const std::span<const Trait> of_english = std::span(words.english).first(english);
  const std::span<const Trait> of_chinese = std::span(words.chinese).first(chinese);
  // A vector of its own: the long ones would stay in memory for every paper.
  std::vector<Trait> taken(of_english.begin(), of_english.end());
  taken.insert(taken.end(), of_chinese.begin(), of_chinese.end());
  return taken;
}

/// The authors of a paper who have another one too, each once.
std::vector<Trait> author_traits(const Catalog& catalog, const CatalogPaper& paper) {
  std::vector<Trait> traits;
  const std::size_t count = std::min(paper.authors.size(), kAuthorsOfOnePaper);
  for (std::uint32_t i = 0; i < count; ++i) {
    const TermIndex author = paper.authors[i];
    const std::size_t papers = catalog.terms_of(Taxonomy::author)[author.value].papers.size();
    const bool is_known = std::ranges::find(traits, author.value, &Trait::key) != traits.end();
    if (papers < 2 || is_known) {
      continue;
    }
    // Even a name that half of the papers share is told; it only weighs next to nothing.
    const std::uint32_t weight =
        kAuthorEmphasis * std::max(1U, rarity(catalog.papers.size(), papers));
    traits.push_back({.kind = Trait::Kind::author,
                      .weight = static_cast<std::uint16_t>(weight),
                      .key = author.value,
                      .place = i});
  }
  return traits;
}

}  // namespace

WordFrequencies::WordFrequencies(std::size_t paper_count)
    : counts_(std::bit_ceil(
          std::clamp(paper_count * kCountersPerPaper, kFewestCounters, kMostCounters))) {}

void WordFrequencies::add(std::span<const PaperWord> words) {
  for (const PaperWord& word : words) {
    std::uint16_t& count = counts_[word.id & (counts_.size() - 1)];
    if (count < std::numeric_limits<std::uint16_t>::max()) {
      ++count;
    }
  }
}

std::size_t WordFrequencies::papers_with(std::uint32_t word) const {
  return counts_[word & (counts_.size() - 1)];
}

WordFrequencies count_words(const Catalog& catalog, const ForEachIndex& for_each) {
  const std::size_t paper_count = catalog.papers.size();
  WordFrequencies frequencies(paper_count);
  std::vector<std::vector<PaperWord>> block(kPapersPerBlock);
  for (std::size_t first = 0; first < paper_count; first += kPapersPerBlock) {
    const std::size_t size = std::min(kPapersPerBlock, paper_count - first);
    for_each(size, [&](std::size_t i) { block[i] = words_of(catalog.papers[first + i].record); });
    for (std::size_t i = 0; i < size; ++i) {
      frequencies.add(block[i]);
    }
  }
  return frequencies;
}

std::uint32_t rarity(std::size_t paper_count, std::size_t papers_with_it) {
  const std::size_t at_least = std::max<std::size_t>(1, paper_count / kRareAmong);
  const std::size_t papers = std::max(papers_with_it, at_least);
  if (papers >= paper_count) {
    return 0;
  }
  // Squared before the division, which would lose the half bits.
  const std::uint64_t squared_ratio =
      (std::uint64_t{paper_count} * paper_count) / (std::uint64_t{papers} * papers);
  return static_cast<std::uint32_t>(std::bit_width(squared_ratio)) - 1;
}

std::vector<Trait> traits_of(const Catalog& catalog, PaperIndex paper,
                             const WordFrequencies& frequencies) {
  const CatalogPaper& subject = catalog.papers[paper.value];
  const std::size_t paper_count = catalog.papers.size();
  std::vector<Trait> traits =
      heaviest(weighted_words(words_of(subject.record), paper_count, frequencies));

  for (Trait author : author_traits(catalog, subject)) {
    traits.push_back(author);
  }
  return traits;
}

}  // namespace catalog
