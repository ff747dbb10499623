#pragma once

#include "diagnostics/expected.hpp"
#include "render/page.hpp"
#include "site/site.hpp"

namespace render {

/// The page that `route` promises. THE function: `build` calls it for every route, `serve` for the
/// one that is asked for. Pure: equal arguments give equal bytes, on any thread. Fails with the
/// template's error, which names the route.
[[nodiscard]] diagnostics::Expected<Page> render_route(const site::Site& site,
                                                       const site::Route& route);

}  // namespace render
