#pragma once

#include "diagnostics/expected.hpp"
#include "render/page.hpp"
#include "site/site.hpp"

namespace render {

/// The file at `route`, which is no page: a feed, citations, records, or what crawlers look for.
/// Fails with the template's error where a template writes it.
[[nodiscard]] diagnostics::Expected<Page> render_file(const site::Site& site,
                                                      const site::Route& route);

}  // namespace render
