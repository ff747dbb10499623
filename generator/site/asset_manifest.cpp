#include "site/asset_manifest.hpp"

#include "text/content_hash.hpp"
#include "text/integrity.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace site {

namespace {

struct MediaType {
  std::string_view ending;
  std::string_view type;
};

constexpr std::array<MediaType, 14> kMediaTypes = {{
    {".css", "text/css; charset=utf-8"},
    {".html", "text/html; charset=utf-8"},
    {".ico", "image/x-icon"},
    {".jpeg", "image/jpeg"},
    {".jpg", "image/jpeg"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".png", "image/png"},
    {".svg", "image/svg+xml"},
    {".txt", "text/plain; charset=utf-8"},
    {".webp", "image/webp"},
    {".woff", "font/woff"},
    {".woff2", "font/woff2"},
    {".xml", "application/xml"},
}};

std::string media_type_of(std::string_view name) {
  const std::string lower = text::ascii_lower(name);
  const auto* found = std::ranges::find_if(
      kMediaTypes, [&lower](const MediaType& known) { return lower.ends_with(known.ending); });
  return std::string(found == kMediaTypes.end() ? "application/octet-stream" : found->type);
}

}  // namespace

Asset make_asset(std::string name, std::shared_ptr<const text::SourceText> source) {
  const std::size_t dot = name.rfind('.');
  const std::size_t stem = dot == std::string::npos || dot == 0 ? name.size() : dot;
  Asset asset;
  asset.path = "/assets/" + name.substr(0, stem) + "." + text::short_hash(source->bytes(), 8) +
               name.substr(stem);
  asset.media_type = media_type_of(name);
  asset.integrity = text::subresource_integrity(source->bytes());
  asset.name = std::move(name);
  asset.source = std::move(source);
  return asset;
}

AssetManifest::AssetManifest(std::vector<Asset> assets) : assets_(std::move(assets)) {
  std::ranges::sort(assets_, {}, &Asset::name);
}

const Asset* AssetManifest::find(std::string_view name) const {
  const auto found = std::ranges::lower_bound(assets_, name, {}, &Asset::name);
  return found != assets_.end() && found->name == name ? &*found : nullptr;
}

}  // namespace site
