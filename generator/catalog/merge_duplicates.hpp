#pragma once

#include "catalog/catalog.hpp"
#include "diagnostics/diagnostic.hpp"
#include "digest/digest.hpp"

#include <vector>

namespace catalog {

/// Digests in the site's order to a catalog of papers and digests with all their appearances;
/// nothing else in it is filled.
///
/// Records are one paper if they have one identity and their titles agree. Where the titles do not,
/// they are kept apart: the later one gets the identity with `~2`, `~3`… behind it, and
/// "catalog/identity-conflict" names both. The same is said of different papers that give one url.
/// A digest that lists a paper twice is "catalog/repeated-paper".
[[nodiscard]] diagnostics::Reported<Catalog> merge_duplicates(std::vector<digest::Digest> digests);

}  // namespace catalog
