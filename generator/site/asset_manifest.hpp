#pragma once

#include "text/source_text.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace site {

/// A file of the theme as it is published.
struct Asset {
  std::string name;  ///< as templates say it: `style.css`
  std::string path;  ///< `/assets/style.3f9a1c2b.css`: changes with its bytes, so it may be cached
  std::string media_type;
  std::string integrity;  ///< `sha384-…`, for the attribute of that name
  std::shared_ptr<const text::SourceText> source;
};

/// All assets, sorted by name.
class AssetManifest {
 public:
  AssetManifest() = default;
  explicit AssetManifest(std::vector<Asset> assets);

  [[nodiscard]] const std::vector<Asset>& assets() const { return assets_; }

  /// The asset of that name, or null.
  [[nodiscard]] const Asset* find(std::string_view name) const;

 private:
  std::vector<Asset> assets_;
};

/// The asset `name`, with its published path and media type.
[[nodiscard]] Asset make_asset(std::string name, std::shared_ptr<const text::SourceText> source);

}  // namespace site
