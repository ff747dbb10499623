#pragma once

#include "serve/live_site.hpp"
#include "site/site.hpp"

#include <memory>

namespace commands {

/// `site` as the preview sees it: each page rendered when it is asked for, by the function that
/// `build` uses.
[[nodiscard]] std::shared_ptr<const serve::PreviewSite> preview_of(
    std::shared_ptr<const site::Site> site);

}  // namespace commands
