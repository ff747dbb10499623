#pragma once

#include "catalog/catalog_index.hpp"
#include "catalog/term.hpp"
#include "digest/digest.hpp"
#include "text/calendar_date.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace catalog {

/// One paper in one digest.
struct Appearance {
  DigestIndex digest;
  PaperIndex paper;
  std::optional<int> rank;
  digest::Section section = digest::Section::featured;
  auto operator<=>(const Appearance&) const = default;
};

/// A paper close to another one, and why.
struct Related {
  PaperIndex paper;
  std::vector<TermIndex> shared_authors;
  std::vector<std::string> shared_words;  ///< what both are about, weightiest first; at most 3
  auto operator<=>(const Related&) const = default;
};

/// A text of a record as the digest writes it, where it is shown in another way.
struct SourceWording {
  std::string field;      ///< `title`, `authors`
  std::size_t index = 0;  ///< of a list
  std::string text;

  bool operator==(const SourceWording&) const = default;
};

/// A paper of the site, met in one digest or in several.
struct CatalogPaper {
  digest::Paper record;                 ///< the richest value of each field, as it is shown
  std::vector<SourceWording> wordings;  ///< texts that were TeX, as the digest writes them
  std::vector<Appearance> appearances;  ///< oldest digest first; never empty
  std::optional<TermIndex> category;
  std::vector<TermIndex> authors;       ///< one for each of record.authors, in that order
  std::vector<TermIndex> institutions;  ///< one for each of record.affiliations, in that order
  std::optional<PaperIndex> previous;   ///< neighbours in the first digest it appeared in
  std::optional<PaperIndex> next;
  std::vector<Related> related;   ///< nearest first
  std::uint32_t linked_from = 0;  ///< papers that have this one among their related ones

  bool operator==(const CatalogPaper&) const = default;
};

/// A digest without its records: they are in Catalog::papers.
struct CatalogDigest {
  digest::Digest head;                  ///< its `papers` are empty
  std::vector<Appearance> appearances;  ///< in the order of the file
  std::optional<DigestIndex> previous;  ///< older and newer
  std::optional<DigestIndex> next;

  bool operator==(const CatalogDigest&) const = default;
};

/// A month with digests.
struct Month {
  int year = 0;
  int month = 0;
  std::vector<DigestIndex> digests;  ///< oldest first; those without a day last
  std::size_t paper_count = 0;       ///< papers, each once

  bool operator==(const Month&) const = default;
};

/// A year with digests.
struct Year {
  int year = 0;
  std::vector<std::size_t> months;  ///< places in Catalog::months, January first
  std::size_t paper_count = 0;      ///< papers, each once

  bool operator==(const Year&) const = default;
};

/// A record that was joined to an earlier one, because both are one paper. Nothing is wrong with
/// that; `check` lists it.
struct Merge {
  PaperIndex paper;
  digest::SourceLines first;        ///< the record that the paper began with
  digest::SourceLines joined;       ///< the later one
  std::vector<std::string> filled;  ///< fields that the later one gave: `abstract`, `authors`

  bool operator==(const Merge&) const = default;
};

/// All papers, each once, and how they connect. A value: it can be copied, compared and dumped.
/// Nothing in it changes once it is built.
struct Catalog {
  std::vector<CatalogPaper> papers;    ///< by first appearance: oldest digest first, then its order
  std::vector<CatalogDigest> digests;  ///< oldest first; those without a date last, by name
  std::array<std::vector<Term>, kTaxonomies.size()> terms;  ///< each by slug
  /// By Term::entry; those of categories are empty.
  std::array<std::vector<TermFacts>, kTaxonomies.size()> entries;
  std::array<std::vector<FormerTerm>, kTaxonomies.size()> former_terms;  ///< each by slug
  std::vector<Month> months;                                             ///< oldest first
  std::vector<Year> years;                                               ///< oldest first
  std::vector<Merge> merges;  ///< in the order of the digests

  bool operator==(const Catalog&) const = default;

  [[nodiscard]] const std::vector<Term>& terms_of(Taxonomy taxonomy) const {
    return terms[static_cast<std::size_t>(taxonomy)];
  }
};

}  // namespace catalog
