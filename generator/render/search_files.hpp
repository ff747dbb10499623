#pragma once

#include "render/page.hpp"
#include "site/site.hpp"

#include <cstdint>

namespace render {

/// The file of the search index with the number `file` (site::SearchFiles). docs/search.md
/// describes the files; the theme's search_index.js reads them.
[[nodiscard]] Page search_file(const site::Site& site, std::uint32_t file);

}  // namespace render
