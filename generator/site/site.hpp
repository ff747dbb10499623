#pragma once

#include "catalog/catalog.hpp"
#include "config/interface_strings.hpp"
#include "config/site_config.hpp"
#include "jinja/environment.hpp"
#include "site/asset_manifest.hpp"
#include "site/route.hpp"
#include "site/term_orders.hpp"
#include "site/written_page.hpp"
#include "text/url.hpp"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace site {

/// What a Site is made of.
struct SiteParts {
  config::SiteConfig config;
  config::InterfaceStrings strings;
  catalog::Catalog catalog;
  std::vector<WrittenPage> pages;  ///< in the order of the menu
  AssetManifest assets;
  jinja::Environment templates;
  RoutePlan plan;
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

  [[nodiscard]] const text::BaseUrl& base() const { return base_; }

  [[nodiscard]] const TermOrder& order_of(catalog::Taxonomy taxonomy) const {
    return orders_[static_cast<std::size_t>(taxonomy)];
  }

  /// What reference managers know the paper by: `xu2023language`.
  [[nodiscard]] const std::string& citation_key(catalog::PaperIndex paper) const {
    return citation_keys_[paper.value];
  }

  /// The route at `path` (decoded, without the base path), or null.
  [[nodiscard]] const Route* find(std::string_view path) const;

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
  text::BaseUrl base_;
  std::array<TermOrder, catalog::kTaxonomies.size()> orders_;
  std::vector<std::string> citation_keys_;                    ///< by PaperIndex
  std::unordered_map<std::string_view, RouteIndex> by_path_;  ///< keys view parts_.plan
};

}  // namespace site
