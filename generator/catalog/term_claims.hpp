#pragma once

#include "catalog/catalog.hpp"
#include "config/term_entries.hpp"
#include "diagnostics/diagnostic.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace catalog {

using KeyOf = std::function<std::string(std::string_view name)>;

/// Which names the entries of a site claim, and on which papers. It views the entries.
class TermClaims {
 public:
  TermClaims(std::span<const config::TermEntry> entries, const KeyOf& key_of);

  /// Whether any entry claims names with `key`, everywhere or on some papers.
  [[nodiscard]] bool claims(const std::string& key) const { return of_key_.contains(key); }

  /// The entry that a name with `key` means on `paper`: the first that names the paper, its
  /// digest or its category, else the one that claims the name everywhere. Counts it as used.
  std::optional<std::uint32_t> entry_for(const std::string& key, const CatalogPaper& paper,
                                         const Catalog& catalog);

  /// The key of an entry's term: its slug, else by its name.
  [[nodiscard]] const std::string& term_key(std::uint32_t entry) const { return keys_[entry]; }

  /// What is wrong with the entries as such: "catalog/name-claimed-twice" (an error).
  [[nodiscard]] const std::vector<diagnostics::Diagnostic>& conflicts() const { return said_; }

  /// What `entry_for` never met: "catalog/unknown-name" and "catalog/unknown-paper", warnings with
  /// the nearest of `known_names`.
  [[nodiscard]] std::vector<diagnostics::Diagnostic> unused(
      std::span<const std::string_view> known_names) const;

 private:
  struct Claim {
    std::uint32_t entry = 0;
    const config::PlacedText* spelling = nullptr;
    bool only_some = false;  ///< only on the papers that the entry selects
    bool used = false;
    bool checked = true;  ///< it is worth a warning where no paper has it
  };

  void claim(const Claim& claim, const std::string& key);
  void name_entry(std::uint32_t entry, const KeyOf& key_of);
  void select_papers(std::uint32_t entry);
  /// Whether `entry` selects `paper`.
  bool selects(std::uint32_t entry, const CatalogPaper& paper, const Catalog& catalog);
  bool selects_by(std::uint32_t entry, const std::string& selector);

  std::span<const config::TermEntry> entries_;
  std::vector<std::string> keys_;  ///< by entry
  std::unordered_map<std::string, std::vector<Claim>> of_key_;

  /// What entries select papers by: the entry, and `paper`, `digest` or `category` with its value.
  struct Selector {
    const config::PlacedText* text = nullptr;
    bool met = false;
  };

  std::vector<std::unordered_map<std::string, Selector>> selectors_;  ///< by entry
  std::vector<diagnostics::Diagnostic> said_;
};

}  // namespace catalog
