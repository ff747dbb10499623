#pragma once

#include "enrich/known_paper.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace enrich {

/// Whether a name as a digest writes it (`L Okafor`, `H v Hasselt`, `S. M. A Eslami`) may be that
/// of `author`: the last word of the family name is the same, but for case and accents, and so is
/// the first letter of the given name. Suffixes (`Jr.`) do not count.
[[nodiscard]] bool name_agrees(std::string_view name, const KnownAuthor& author);

/// Whether `name` has nothing but initials before its family name.
[[nodiscard]] bool has_initials_only(std::string_view name);

/// A list of names, and whether it is cut off.
struct AuthorList {
  std::vector<std::string> names;
  bool truncated = false;
};

/// The digest's list with full names where it has initials only, and whole where it was cut off.
/// Names that the digest gives in full stay as they are. Nothing if the lists disagree in a name or
/// in their length, or if nothing would change.
[[nodiscard]] std::optional<AuthorList> completed_authors(const AuthorList& given,
                                                          std::span<const KnownAuthor> known,
                                                          bool known_is_truncated);

}  // namespace enrich
