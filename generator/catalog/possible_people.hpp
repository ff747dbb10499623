#pragma once

#include "catalog/catalog.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace catalog {

/// At most this many people are named whom initials may stand for: more tell a reader nothing.
inline constexpr std::size_t kMostPossiblePeople = 12;

/// Whether an author's key gives no first name, only initials: `j li`, `a k van der berg`.
[[nodiscard]] bool has_initials_only(std::string_view author_key);

/// Marks the authors of whom only initials are known, unless the site has an entry for them, and
/// lists with each the authors in full whom it may be: the same family name, and initials of which
/// one list begins the other. Nothing is joined.
void find_possible_people(std::vector<Term>& authors);

}  // namespace catalog
