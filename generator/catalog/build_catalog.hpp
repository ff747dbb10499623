#pragma once

#include "catalog/catalog.hpp"
#include "catalog/catalog_options.hpp"
#include "diagnostics/diagnostic.hpp"
#include "digest/digest.hpp"

#include <vector>

namespace catalog {

/// All digests to one catalog. Total: whatever is wrong is reported and everything is kept. The
/// order of `digests` does not matter, nor does how `options.for_each` runs; the records are moved.
[[nodiscard]] diagnostics::Reported<Catalog> build_catalog(std::vector<digest::Digest> digests,
                                                           const CatalogOptions& options);

}  // namespace catalog
