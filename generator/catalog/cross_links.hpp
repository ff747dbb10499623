#pragma once

#include "catalog/catalog.hpp"

namespace catalog {

/// `catalog` with previous and next: of each paper in the digest it appeared in first, of each
/// digest in the site's order. A digest that lists a paper twice counts the first place.
[[nodiscard]] Catalog link_neighbours(Catalog catalog);

}  // namespace catalog
