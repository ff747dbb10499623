#pragma once

#include "catalog/catalog.hpp"
#include "catalog/catalog_options.hpp"
#include "diagnostics/diagnostic.hpp"

#include <string>
#include <string_view>

namespace catalog {

/// What two spellings of one name string share: case, marks and blanks apart, and dots apart, so
/// that `A K. Lampinen`, `A.K. Lampinen` and `a k lampinen` are one. Never a person: many share a
/// name.
[[nodiscard]] std::string author_key(std::string_view name);

/// The same for an institution; a dot counts.
[[nodiscard]] std::string institution_key(std::string_view name);

/// `catalog` with its terms, and each paper with its own. A category that no legend, no option and
/// no built-in name explains is "catalog/unknown-category", said once for its first paper.
[[nodiscard]] diagnostics::Reported<Catalog> add_taxonomies(Catalog catalog,
                                                            const CatalogOptions& options);

}  // namespace catalog
