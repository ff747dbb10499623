#pragma once

#include "config/term_entries.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace catalog {

/// Calls a function once with each number below `count`, in any order and from any thread; it
/// returns when all calls have returned.
using ForEachIndex =
    std::function<void(std::size_t count, const std::function<void(std::size_t)>& call)>;

/// One call after the other.
inline void for_each_in_turn(std::size_t count, const std::function<void(std::size_t)>& call) {
  for (std::size_t i = 0; i < count; ++i) {
    call(i);
  }
}

/// Papers under "related" on one page: as many as are read before the next click.
inline constexpr std::size_t kRelatedCount = 6;

/// What a site says about its catalog. Category tags are compared without regard to case.
struct CatalogOptions {
  std::map<std::string, std::string> category_names;  ///< tag to name; stronger than any legend
  std::map<std::string, std::string> category_arxiv;  ///< tag to arXiv name, `LG` to `cs.LG`
  std::string language = "zh";  ///< of names that neither site nor legend gives: `zh` or `en`
  std::size_t related_count = kRelatedCount;    ///< 0: none
  std::vector<config::TermEntry> authors;       ///< what the site says of people,
  std::vector<config::TermEntry> institutions;  ///< and of institutions
  /// Runs what can be done for each paper alone. The catalog is the same for every way of doing so.
  ForEachIndex for_each = for_each_in_turn;
};

}  // namespace catalog
