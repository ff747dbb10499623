#pragma once

#include "site/plan_routes.hpp"
#include "site/route.hpp"

#include <cstddef>
#include <functional>

namespace site {

/// A sitemap lists at most this many addresses (sitemaps.org).
inline constexpr std::size_t kSitemapAddresses = 50'000;

/// Adds the routes that are no pages to `plan`, which holds every page: feeds and citations beside
/// the lists they are of, the records of the whole site, and what crawlers look for. `add` gives a
/// route its place in the plan.
void plan_files(const PlanInput& input, RoutePlan& plan,
                const std::function<RouteIndex(Route)>& add);

/// Whether search engines should know of the page at `route`.
[[nodiscard]] bool is_in_sitemap(const Route& route);

}  // namespace site
