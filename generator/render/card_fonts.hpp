#pragma once

#include "catalog/catalog.hpp"
#include "config/interface_strings.hpp"
#include "config/site_config.hpp"
#include "diagnostics/diagnostic.hpp"

#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace render {

/// Which digests can have a card: a character that no font has would be an empty box on it.
class CardFonts {
 public:
  /// `can_show` says whether there is a font that has a character.
  explicit CardFonts(std::function<bool(char32_t)> can_show) : can_show_(std::move(can_show)) {}

  /// By DigestIndex: whether every character of the titles in it can be shown that a card may name
  /// (of its featured papers, or of all if none is featured, each in the language of the site), and
  /// of the site's title and its dates. Empty if the site has no cards: it wants none, or lacks the
  /// base URL that other sites need to find them.
  [[nodiscard]] std::vector<bool> drawable_digests(const catalog::Catalog& catalog,
                                                   const config::SiteConfig& config,
                                                   const config::InterfaceStrings& strings);

  /// "render/missing-font" for all that was missing so far; nothing if nothing was.
  [[nodiscard]] std::optional<diagnostics::Diagnostic> complaint() const;

 private:
  bool shows_all(std::string_view utf8);

  std::function<bool(char32_t)> can_show_;
  std::set<char32_t> missing_;
};

}  // namespace render
