#pragma once

#include "catalog/catalog.hpp"
#include "catalog/term_claims.hpp"
#include "catalog/term_table.hpp"
#include "diagnostics/diagnostic.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace catalog {

/// The terms of one taxonomy, and the terms of each paper.
struct Classified {
  std::vector<Term> terms;                       ///< by slug
  std::vector<TermIndex> new_indexes;            ///< of each term, by its place before sorting
  std::vector<std::vector<TermIndex>> of_paper;  ///< by PaperIndex
  std::vector<FormerTerm> former;                ///< by slug
  std::vector<diagnostics::Diagnostic> said;     ///< about the site's entries
};

/// Moves terms to their places by slug, in the lists of papers too. `ranks`: for each paper how
/// many come before it in the list of a term.
[[nodiscard]] Classified sorted_by_slug(TermTable table,
                                        std::vector<std::vector<TermIndex>> of_paper,
                                        const std::vector<std::uint32_t>& ranks);

/// The names of one list in each record, and what the site's entries say about them.
struct NameList {
  std::vector<std::string> digest::Paper::*names;
  KeyOf key_of;
  std::span<const config::TermEntry> entries;
};

/// The terms that a list of names in each record makes.
[[nodiscard]] Classified classify_names(const Catalog& catalog, const NameList& list,
                                        const std::vector<std::uint32_t>& ranks);

}  // namespace catalog
