#pragma once

#include "catalog/catalog.hpp"

namespace catalog {

/// `catalog` with its months and years. A paper counts once in each month and each year that lists
/// it, however often. A digest that knows only its year counts there and in no month.
[[nodiscard]] Catalog add_calendar(Catalog catalog);

}  // namespace catalog
