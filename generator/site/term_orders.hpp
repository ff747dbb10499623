#pragma once

#include "catalog/catalog.hpp"

#include <array>
#include <vector>

namespace site {

/// The terms of one taxonomy in the two orders in which pages list them.
struct TermOrder {
  std::vector<catalog::TermIndex> by_name;   ///< as people look names up: authors by family name
  std::vector<catalog::TermIndex> by_count;  ///< most papers first; equal ones by name
  std::vector<std::uint32_t> place_by_name;  ///< by TermIndex: its place in `by_name`
};

/// The orders of every taxonomy. Categories are listed by count in both.
[[nodiscard]] std::array<TermOrder, catalog::kTaxonomies.size()> order_terms(
    const catalog::Catalog& catalog);

/// All papers as people look titles up: by their letters, without an article or a mark before
/// them; equal ones as the catalog has them.
[[nodiscard]] std::vector<catalog::PaperIndex> order_papers_by_title(
    const catalog::Catalog& catalog);

}  // namespace site
