#pragma once

#include "catalog/catalog_index.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace catalog {

/// A value of a taxonomy, and its papers.
struct Term {
  std::string key;    ///< unique in its taxonomy: what two spellings of one term share
  std::string name;   ///< as shown: a category's name by the legends, else the first spelling met
  std::string code;   ///< a category's tag, `LG`; empty for other taxonomies
  std::string arxiv;  ///< a category's arXiv name, `cs.LG`; may be empty
  std::string slug;   ///< unique in its taxonomy
  std::vector<PaperIndex> papers;      ///< each once; newest digest first, then in its order
  std::optional<std::uint32_t> entry;  ///< what the site says of it: a place in Catalog::entries
  bool initials_only = false;          ///< an author of whom no first name is known
  std::vector<TermIndex> may_be;       ///< authors with the same family name and initials, in full

  bool operator==(const Term&) const = default;
};

/// What a site says of an author or an institution beyond its name. Empty: nothing.
struct TermFacts {
  std::string orcid;
  std::string ror;
  std::string url;
  std::string country;
  std::string note;

  bool operator==(const TermFacts&) const = default;
};

/// A slug that a name would have without the site's own entries, and what became of the name.
struct FormerTerm {
  std::string slug;
  std::string name;            ///< as a digest spells it
  std::vector<TermIndex> now;  ///< whom its papers are listed under; at least one

  bool operator==(const FormerTerm&) const = default;
};

}  // namespace catalog
