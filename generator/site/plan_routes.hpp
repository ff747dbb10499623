#pragma once

#include "catalog/catalog.hpp"
#include "config/site_config.hpp"
#include "site/asset_manifest.hpp"
#include "site/route.hpp"
#include "site/written_page.hpp"

#include <string_view>
#include <vector>

namespace site {

/// What a plan is made of. Views: all outlive the call.
struct PlanInput {
  const config::SiteConfig& config;
  const catalog::Catalog& catalog;
  const std::vector<WrittenPage>& pages;
  const AssetManifest& assets;
  /// Where the tree stands: empty at the root, `/en` for a translation, which has no assets of its
  /// own.
  std::string_view prefix = {};
  /// By DigestIndex: whether a card of it can be drawn. Empty: the site has no cards.
  std::vector<bool> drawable = {};
};

/// Every route of the site. Pure, and total: two routes with one path are both there; the clash is
/// found by find_route_clashes.
[[nodiscard]] RoutePlan plan_routes(const PlanInput& input);

/// Papers in one file of what search results show. Any ten results are in about ten files, so these
/// have to be small; at 100,000 papers there must not be more than some 1,600 of them.
inline constexpr std::size_t kPapersInRowFile = 64;

/// How many pages a list of `items` takes at `per_page` each; an empty list takes one.
[[nodiscard]] std::uint32_t page_count(std::size_t items, std::size_t per_page);

/// Whether `taxonomy` has pages.
[[nodiscard]] bool is_on(const config::TaxonomyConfig& config, catalog::Taxonomy taxonomy);

}  // namespace site
