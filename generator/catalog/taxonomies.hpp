#pragma once

#include "catalog/catalog.hpp"
#include "catalog/catalog_options.hpp"
#include "diagnostics/diagnostic.hpp"

namespace catalog {

/// `catalog` with its terms, and each paper with its own. The site's entries for authors and
/// institutions join spellings, part names and rename; a slug that goes with them becomes a
/// FormerTerm. Reported are "catalog/unknown-category" (no legend, no option and no built-in name
/// explains it; once, for its first paper), "catalog/name-claimed-twice", "catalog/unknown-name"
/// and "catalog/unknown-paper".
[[nodiscard]] diagnostics::Reported<Catalog> add_taxonomies(Catalog catalog,
                                                            const CatalogOptions& options);

}  // namespace catalog
