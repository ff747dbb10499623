#pragma once

#include "catalog/catalog.hpp"

#include <optional>

namespace catalog {

/// `catalog` with its months and years. A paper counts once in each month and each year that lists
/// it, however often. A digest that knows only its year counts there and in no month.
[[nodiscard]] Catalog add_calendar(Catalog catalog);

/// The newest digest that has a date, else the last of those without; none if there is no digest.
[[nodiscard]] std::optional<DigestIndex> newest_digest(const Catalog& catalog);

}  // namespace catalog
