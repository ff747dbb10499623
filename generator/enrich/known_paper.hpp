#pragma once

#include "diagnostics/diagnostic.hpp"

#include <string>
#include <vector>

namespace enrich {

/// An author as reference lists write one: family name apart.
struct KnownAuthor {
  std::string given;  ///< may be empty: a group has one name
  std::string family;

  auto operator<=>(const KnownAuthor&) const = default;

  /// `Given Family`, as pages show it.
  [[nodiscard]] std::string shown() const {
    return given.empty() || family.empty() ? given + family : given + " " + family;
  }
};

/// What a file on the user's disk says of one paper. Empty: it does not say.
struct KnownPaper {
  std::string arxiv_id;  ///< without version
  std::string doi;       ///< bare, in lower case
  std::string title;
  std::vector<KnownAuthor> authors;
  bool authors_truncated = false;
  std::string abstract;
  std::vector<std::string> categories;  ///< of arXiv: `cs.LG`
  std::string venue;                    ///< where it appeared
  std::string published;                ///< `2023-02-08`, `2023-02` or `2023`
  std::string updated;                  ///< the same
  diagnostics::Location where;          ///< its path is what people see

  auto operator<=>(const KnownPaper&) const = default;
};

}  // namespace enrich
