#pragma once

#include "catalog/catalog.hpp"
#include "catalog/catalog_options.hpp"
#include "catalog/paper_traits.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace catalog {

/// A paper and the weight of one trait in it.
struct TraitPaper {
  PaperIndex paper;
  std::uint16_t weight = 0;
};

/// Which papers have which trait.
class TraitIndex {
 public:
  /// Traits of each paper. Those that only one paper has are dropped.
  explicit TraitIndex(std::vector<std::vector<Trait>> traits_of_papers);

  [[nodiscard]] std::span<const Trait> traits_of(PaperIndex paper) const;

  /// The papers with `trait`, which must be one of the index, in their order.
  [[nodiscard]] std::span<const TraitPaper> papers_with(const Trait& trait) const;

 private:
  std::vector<std::vector<Trait>> traits_;  ///< their keys are places in `starts_`
  std::vector<TraitPaper> papers_;          ///< trait by trait
  std::vector<std::size_t> starts_;         ///< of each trait in `papers_`, and its size at the end
};

/// Of a trait that more papers have, only those nearest in the catalog are considered: about as
/// many as appear in a few weeks. It bounds the work for one paper, however many there are.
inline constexpr std::size_t kPapersPerTrait = 128;

/// The `count` papers nearest to `paper` by the weights of what they share, nearest first; of
/// equally near ones the older. One author or two words is the least that makes papers related.
[[nodiscard]] std::vector<Related> nearest_papers(const Catalog& catalog, const TraitIndex& index,
                                                  PaperIndex paper, std::size_t count);

/// `catalog`, which must have its terms, with the related papers of each paper.
[[nodiscard]] Catalog relate_papers(Catalog catalog, const CatalogOptions& options);

}  // namespace catalog
