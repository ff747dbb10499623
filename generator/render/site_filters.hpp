#pragma once

#include "config/interface_strings.hpp"
#include "jinja/environment.hpp"
#include "site/asset_manifest.hpp"
#include "text/url.hpp"

#include <map>
#include <memory>
#include <string>

namespace render {

/// What the filters of a site work with.
struct FilterInput {
  config::InterfaceStrings strings;
  site::AssetManifest assets;
  text::BaseUrl base;
};

/// The filters that only a site has: `t`, `date`, `markdown`, `asset`, `integrity`, `language`,
/// `qr`, `url`, `absolute_url`; each as docs/data_model.md says.
[[nodiscard]] std::map<std::string, jinja::HostFilter> site_filters(
    const std::shared_ptr<const FilterInput>& input);

}  // namespace render
