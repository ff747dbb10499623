#pragma once

#include "diagnostics/diagnostic.hpp"
#include "site/plan_routes.hpp"

#include <vector>

namespace site {

/// Errors "site/permalink-clash" for routes whose paths are one on some host or file system
/// (compared case-folded and normalised), naming what stands behind both; and
/// "site/no-permalink" for pages whose name gives no path.
[[nodiscard]] std::vector<diagnostics::Diagnostic> find_route_clashes(const PlanInput& input,
                                                                      const RoutePlan& plan);

}  // namespace site
