#pragma once

#include "site/site.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace site {

/// A link inside the site that leads nowhere.
struct DeadLink {
  std::string target;  ///< as the page says it
  auto operator<=>(const DeadLink&) const = default;
};

/// The dead links of a rendered HTML page: every `href` and `src` that begins with '/' must be the
/// address of a route of `site` or of its translations. Links to other hosts, and fragments, are
/// not looked at.
[[nodiscard]] std::vector<DeadLink> find_dead_links(const Site& site, std::string_view html);

}  // namespace site
