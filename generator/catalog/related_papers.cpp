#include "catalog/related_papers.hpp"

#include "catalog/key_numbers.hpp"
#include "catalog/paper_words.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace catalog {

namespace {

/// Words that two papers must share if they share no author: one alone is chance.
constexpr std::uint32_t kFewestSharedWords = 2;

/// Words shown as the reason.
constexpr std::size_t kShownWords = 3;

/// One trait of one paper, while the index is made.
struct Occurrence {
  Trait::Kind kind;
  std::uint32_t key;
  std::uint32_t paper;
  std::uint32_t number;  ///< of the trait in its paper

  auto operator<=>(const Occurrence&) const = default;

  [[nodiscard]] bool is_same_trait(const Occurrence& other) const {
    return kind == other.kind && key == other.key;
  }
};

std::vector<Occurrence> sorted_occurrences(const std::vector<std::vector<Trait>>& traits) {
  std::size_t count = 0;
  for (const std::vector<Trait>& of_paper : traits) {
    count += of_paper.size();
  }
  std::vector<Occurrence> occurrences;
  occurrences.reserve(count);
  for (std::uint32_t paper = 0; paper < traits.size(); ++paper) {
    for (std::uint32_t number = 0; number < traits[paper].size(); ++number) {
      const Trait& trait = traits[paper][number];
      occurrences.push_back({trait.kind, trait.key, paper, number});
    }
  }
  std::ranges::sort(occurrences);
  return occurrences;
}

/// A paper met while looking for near ones.
struct Candidate {
  PaperIndex paper;
  std::uint32_t score = 0;
  std::uint32_t shared_words = 0;
  std::uint32_t shared_authors = 0;

  [[nodiscard]] bool is_related() const {
    return shared_authors > 0 || shared_words >= kFewestSharedWords;
  }
};

/// At most `kPapersPerTrait` of `papers`, as many before `paper` as behind it where there are.
std::span<const TraitPaper> nearest_in_time(std::span<const TraitPaper> papers, PaperIndex paper) {
  if (papers.size() <= kPapersPerTrait) {
    return papers;
  }
  const auto place = std::ranges::lower_bound(papers, paper, {}, &TraitPaper::paper);
  const auto before = static_cast<std::size_t>(place - papers.begin());
  const std::size_t wanted = before - std::min(before, kPapersPerTrait / 2);
  return papers.subspan(std::min(wanted, papers.size() - kPapersPerTrait), kPapersPerTrait);
}

std::vector<Candidate> candidates_for(const TraitIndex& index, PaperIndex paper) {
  const std::span<const Trait> traits = index.traits_of(paper);
  KeyNumbers numbers(traits.size() * kPapersPerTrait);
  std::vector<Candidate> candidates;
  for (const Trait& trait : traits) {
    for (const TraitPaper& other : nearest_in_time(index.papers_with(trait), paper)) {
      if (other.paper == paper) {
        continue;
      }
      const std::size_t number = numbers.number_of(other.paper.value);
      if (number == candidates.size()) {
        candidates.push_back({.paper = other.paper});
      }
      Candidate& candidate = candidates[number];
      candidate.score += std::uint32_t{trait.weight} * other.weight;
      (trait.kind == Trait::Kind::author ? candidate.shared_authors : candidate.shared_words) += 1;
    }
  }
  return candidates;
}

/// A word that two papers share.
struct SharedWord {
  Trait::Kind kind;
  std::uint32_t weight;
  std::uint32_t place;
};

/// The words to show: English ones, which are whole words; Chinese pairs only where there are none.
std::vector<std::string> shown_words(const digest::Paper& paper, std::vector<SharedWord> shared) {
  std::ranges::sort(shared, [](const SharedWord& left, const SharedWord& right) {
    return std::tuple(left.kind, right.weight, left.place) <
           std::tuple(right.kind, left.weight, right.place);
  });
  std::vector<std::string> words;
  for (const SharedWord& word : shared) {
    if (words.size() == kShownWords || word.kind != shared.front().kind) {
      break;
    }
    words.push_back(spelling_at(paper, word.place));
  }
  return words;
}

/// What `paper` shares with `other`.
Related explained(const Catalog& catalog, const TraitIndex& index, PaperIndex paper,
                  PaperIndex other) {
  Related related{.paper = other, .shared_authors = {}, .shared_words = {}};
  const CatalogPaper& subject = catalog.papers[paper.value];
  const std::span<const Trait> others = index.traits_of(other);
  std::vector<SharedWord> words;
  for (const Trait& trait : index.traits_of(paper)) {
    const auto match = std::ranges::find(others, trait.key, &Trait::key);
    if (match == others.end()) {
      continue;
    }
    if (trait.kind == Trait::Kind::author) {
      related.shared_authors.push_back(subject.authors[trait.place]);
    } else {
      words.push_back({trait.kind, std::uint32_t{trait.weight} * match->weight, trait.place});
    }
  }
  related.shared_words = shown_words(subject.record, std::move(words));
  return related;
}

}  // namespace

TraitIndex::TraitIndex(std::vector<std::vector<Trait>> traits_of_papers)
    : traits_(std::move(traits_of_papers)) {
  const std::vector<Occurrence> occurrences = sorted_occurrences(traits_);
  papers_.reserve(occurrences.size());
  for (auto first = occurrences.begin(); first != occurrences.end();) {
    const auto last = std::find_if_not(first, occurrences.end(), [first](const Occurrence& other) {
      return other.is_same_trait(*first);
    });
    const bool is_shared = last - first > 1;
    const auto list = static_cast<std::uint32_t>(starts_.size());
    if (is_shared) {
      starts_.push_back(papers_.size());
    }
    for (; first != last; ++first) {
      Trait& trait = traits_[first->paper][first->number];
      if (is_shared) {
        papers_.push_back({PaperIndex{first->paper}, trait.weight});
        trait.key = list;
      } else {
        trait.weight = 0;
      }
    }
  }
  starts_.push_back(papers_.size());
  for (std::vector<Trait>& traits : traits_) {
    std::erase_if(traits, [](const Trait& trait) { return trait.weight == 0; });
  }
}

std::span<const Trait> TraitIndex::traits_of(PaperIndex paper) const {
  return traits_[paper.value];
}

std::span<const TraitPaper> TraitIndex::papers_with(const Trait& trait) const {
  const std::size_t start = starts_[trait.key];
  return std::span(papers_).subspan(start, starts_[trait.key + 1] - start);
}

std::vector<Related> nearest_papers(const Catalog& catalog, const TraitIndex& index,
                                    PaperIndex paper, std::size_t count) {
  std::vector<Candidate> candidates = candidates_for(index, paper);
  std::erase_if(candidates, [](const Candidate& candidate) { return !candidate.is_related(); });
  const auto end =
      candidates.begin() + static_cast<std::ptrdiff_t>(std::min(count, candidates.size()));
  std::ranges::partial_sort(candidates, end, [](const Candidate& left, const Candidate& right) {
    return std::tuple(right.score, left.paper) < std::tuple(left.score, right.paper);
  });
  std::vector<Related> nearest;
  for (auto candidate = candidates.begin(); candidate != end; ++candidate) {
    nearest.push_back(explained(catalog, index, paper, candidate->paper));
  }
  return nearest;
}

Catalog relate_papers(Catalog catalog, const CatalogOptions& options) {
  if (options.related_count == 0) {
    return catalog;
  }
  const WordFrequencies frequencies = count_words(catalog, options.for_each);
  std::vector<std::vector<Trait>> traits(catalog.papers.size());
  options.for_each(traits.size(), [&](std::size_t i) {
    traits[i] = traits_of(catalog, PaperIndex{static_cast<std::uint32_t>(i)}, frequencies);
  });
  // Beyond this point each paper asks the same unchanging index.
  const TraitIndex index(std::move(traits));
  std::vector<std::vector<Related>> related(catalog.papers.size());
  options.for_each(related.size(), [&](std::size_t i) {
    related[i] = nearest_papers(catalog, index, PaperIndex{static_cast<std::uint32_t>(i)},
                                options.related_count);
  });
  for (std::size_t i = 0; i < related.size(); ++i) {
    for (const Related& near : related[i]) {
      ++catalog.papers[near.paper.value].linked_from;
    }
    catalog.papers[i].related = std::move(related[i]);
  }
  return catalog;
}

}  // namespace catalog
