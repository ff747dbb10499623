#pragma once

#include "jinja/data_model.hpp"
#include "site/written_page.hpp"

#include <vector>

namespace render {

/// What the templates of a site see: `site` on every page, and what each kind of page has. `pages`
/// say by which templates hand-written pages are rendered. docs/data_model.md tells the same to
/// people.
[[nodiscard]] jinja::DataModel data_model(const std::vector<site::WrittenPage>& pages);

}  // namespace render
