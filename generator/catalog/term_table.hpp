#pragma once

#include "catalog/catalog.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace catalog {

/// A slug for each of `keys`, which must be distinct: `text::slugify` of it where that is not empty
/// and nothing else has it. Of keys with one slug the smallest keeps it; the others, and those
/// without a slug, get one by their hash (`li-3f9a0c`). So the slug of a key depends on which keys
/// there are, not on their order.
[[nodiscard]] std::vector<std::string> unique_slugs(std::span<const std::string> keys);

/// The terms of one taxonomy while they are collected. Each term has its place from when it was
/// first met until `take_sorted_by_slug` gives it a place by its slug.
class TermTable {
 public:
  /// The term with `key`; a new one, named `name`, if there is none.
  TermIndex find_or_add(const std::string& key, const std::string& name);

  /// Gives `term` the name that the site's entry `entry` has for it.
  void name_by_entry(TermIndex term, const std::string& name, std::uint32_t entry);

  /// Lists `paper` under `term`, unless it was the last one listed there.
  void list_paper(TermIndex term, PaperIndex paper);

  struct Sorted {
    std::vector<Term> terms;             ///< by slug
    std::vector<TermIndex> new_indexes;  ///< of each term, by its old place
  };

  /// Ends the collection: gives slugs and sorts by them.
  [[nodiscard]] Sorted take_sorted_by_slug() &&;

 private:
  std::vector<Term> terms_;
  std::unordered_map<std::string, TermIndex> by_key_;
};

}  // namespace catalog
