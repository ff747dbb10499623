#pragma once

#include "catalog/catalog.hpp"
#include "config/interface_strings.hpp"
#include "config/site_config.hpp"
#include "jinja/environment.hpp"
#include "search/term_index.hpp"
#include "site/asset_manifest.hpp"
#include "site/route.hpp"
#include "site/term_orders.hpp"
#include "site/written_page.hpp"
#include "text/url.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace site {

class Site;

/// One of the trees of pages of a site in several languages.
struct LanguageTree {
  std::string language;  ///< `en`
  std::string prefix;    ///< of the paths in it: `/en`, or nothing for the site's own language
};

/// What a Site is made of.
struct SiteParts {
  config::SiteConfig config;
  config::InterfaceStrings strings;
  catalog::Catalog catalog;
  std::vector<WrittenPage> pages;  ///< in the order of the menu
  AssetManifest assets;
  jinja::Environment templates;
  RoutePlan plan;
  std::vector<LanguageTree> trees;  ///< all of them, this one too; empty if there is one language
  std::vector<std::shared_ptr<const Site>> translations;  ///< the same site in other languages
};

/// A route, and the tree that it belongs to.
struct Place {
  const Site* site = nullptr;
  const Route* route = nullptr;
};

/// A whole site in memory, ready to be rendered. Assembled once, immutable from then on, and never
/// moved: values that templates hold view its tables.
class Site {
 public:
  explicit Site(SiteParts parts);
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;
  Site(Site&&) = delete;
  Site& operator=(Site&&) = delete;
  ~Site() = default;

  [[nodiscard]] const config::SiteConfig& config() const { return parts_.config; }

  [[nodiscard]] const config::InterfaceStrings& strings() const { return parts_.strings; }

  [[nodiscard]] const catalog::Catalog& catalog() const { return parts_.catalog; }

  [[nodiscard]] const std::vector<WrittenPage>& pages() const { return parts_.pages; }

  [[nodiscard]] const AssetManifest& assets() const { return parts_.assets; }

  [[nodiscard]] const jinja::Environment& templates() const { return parts_.templates; }

  /// The parts of templates that all pages share.
  [[nodiscard]] const jinja::Fragments& fragments() const { return fragments_; }

  [[nodiscard]] const RoutePlan& plan() const { return parts_.plan; }

  [[nodiscard]] const std::vector<Route>& routes() const { return parts_.plan.routes; }

  /// The languages that the site can be read in; empty if there is only one.
  [[nodiscard]] const std::vector<LanguageTree>& trees() const { return parts_.trees; }

  /// The same site in its other languages, each a tree of pages below `/en/` or the like.
  [[nodiscard]] const std::vector<std::shared_ptr<const Site>>& translations() const {
    return parts_.translations;
  }

  [[nodiscard]] const text::BaseUrl& base() const { return base_; }

  /// What is found in which paper; built when it is first asked for, on as many threads as
  /// `for_each` uses.
  [[nodiscard]] const search::TermIndex& search_terms(
      const catalog::ForEachIndex& for_each = catalog::for_each_in_turn) const {
    return search_terms_.of(catalog(), for_each);
  }

  [[nodiscard]] const TermOrder& order_of(catalog::Taxonomy taxonomy) const {
    return orders_[static_cast<std::size_t>(taxonomy)];
  }

  /// What reference managers know the paper by: `xu2023language`.
  [[nodiscard]] const std::string& citation_key(catalog::PaperIndex paper) const {
    return citation_keys_[paper.value];
  }

  /// All papers, as the index of titles lists them.
  [[nodiscard]] const std::vector<catalog::PaperIndex>& papers_by_title() const {
    return papers_by_title_;
  }

  /// The route at `path` (decoded, without the base path), or null.
  [[nodiscard]] const Route* find(std::string_view path) const;

  /// The same in this tree or in that of any translation.
  [[nodiscard]] std::optional<Place> locate(std::string_view path) const;

  /// All routes of this tree, then of its translations.
  [[nodiscard]] std::vector<Place> places() const;

  // Where things are shown.
  [[nodiscard]] const Route& route_of(catalog::PaperIndex paper) const;
  [[nodiscard]] const Route& route_of(catalog::DigestIndex digest) const;
  /// Null where the taxonomy has no pages.
  [[nodiscard]] const Route* route_of(catalog::Taxonomy taxonomy, catalog::TermIndex term) const;
  [[nodiscard]] const Route* overview_of(catalog::Taxonomy taxonomy) const;
  /// The page of a month, or null if it has no digests.
  [[nodiscard]] const Route* route_of_month(int year, int month) const;
  [[nodiscard]] const Route* route_of_year(int year) const;

 private:
  SiteParts parts_;
  jinja::Fragments fragments_;
  search::LazyTermIndex search_terms_;
  text::BaseUrl base_;
  std::array<TermOrder, catalog::kTaxonomies.size()> orders_;
  std::vector<catalog::PaperIndex> papers_by_title_;
  std::vector<std::string> citation_keys_;                    ///< by PaperIndex
  std::unordered_map<std::string_view, RouteIndex> by_path_;  ///< keys view parts_.plan
};

}  // namespace site
