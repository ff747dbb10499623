#include "site/asset_manifest.hpp"

#include <gtest/gtest.h>

namespace {

std::shared_ptr<const text::SourceText> source(const std::string& bytes) {
  return std::make_shared<const text::SourceText>("themes/x/assets/a", bytes);
}

TEST(MakeAsset, PutsTheContentsFingerprintBeforeTheEnding) {
  const site::Asset asset = site::make_asset("css/style.css", source("a{}"));

  EXPECT_TRUE(asset.path.starts_with("/assets/css/style."));
  EXPECT_TRUE(asset.path.ends_with(".css"));
  EXPECT_EQ(asset.path.size(), std::string("/assets/css/style.12345678.css").size());
  EXPECT_EQ(asset.media_type, "text/css; charset=utf-8");
  EXPECT_NE(asset.path, site::make_asset("css/style.css", source("b{}")).path);
}

TEST(AssetManifest, FindsByName) {
  const site::AssetManifest manifest(
      {site::make_asset("b.js", source("b")), site::make_asset("a.css", source("a"))});

  ASSERT_NE(manifest.find("b.js"), nullptr);
  EXPECT_EQ(manifest.find("b.js")->name, "b.js");
  EXPECT_EQ(manifest.find("c.js"), nullptr);
}

}  // namespace
