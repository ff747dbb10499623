#pragma once

#include "catalog/catalog.hpp"
#include "catalog/catalog_options.hpp"
#include "digest/digest.hpp"

#include <span>
#include <string>
#include <unordered_map>

namespace catalog {

/// What two spellings of one category tag share.
[[nodiscard]] std::string category_key(const std::string& code);

/// What a category is called, by the first that knows: the site's options, the newest digest whose
/// legend has it, the built-in table. In English a Chinese legend gives way to the table.
class CategoryNames {
 public:
  /// `digests` in the site's order.
  CategoryNames(std::span<const CatalogDigest> digests, const CatalogOptions& options);

  /// Empty if nobody knows.
  [[nodiscard]] std::string name_of(const std::string& code) const;

  /// `LG` to `cs.LG`; a tag in arXiv's form stays. Empty if there is none.
  [[nodiscard]] std::string arxiv_of(const std::string& code) const;

 private:
  void read_legend(std::span<const digest::LegendEntry> legend);

  std::unordered_map<std::string, std::string> name_of_key_;
  std::unordered_map<std::string, std::string> arxiv_of_key_;
  bool english_;
};

}  // namespace catalog
