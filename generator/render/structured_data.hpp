#pragma once

#include "site/site.hpp"
#include "values/value.hpp"

namespace render {

/// What `route` shows as schema.org's JSON-LD: a ScholarlyArticle, a CollectionPage or a WebSite,
/// and where it stands as a BreadcrumbList. None where there is nothing to say. Addresses need a
/// base URL; without one they are left out. `page` is what templates see of the page.
[[nodiscard]] values::Value structured_data(const site::Site& site, const site::Route& route,
                                            const values::Map& page);

}  // namespace render
