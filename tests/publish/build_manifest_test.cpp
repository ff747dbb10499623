#include "publish/build_manifest.hpp"

#include <gtest/gtest.h>

namespace {

TEST(BuildManifest, ReadsWhatItWrote) {
  publish::BuildManifest manifest;
  manifest.files = {{"index.html", 1}, {"摘要/a b.html", 0xFFFFFFFFFFFFFFFFU}};

  EXPECT_EQ(publish::manifest_from_text(publish::manifest_to_text(manifest)).files, manifest.files);
}

TEST(BuildManifest, LeavesOutLinesOfAnotherForm) {
  EXPECT_TRUE(publish::manifest_from_text("# comment\n\nindex.html\n00zz000000000000 a.html\n")
                  .files.empty());
}

}  // namespace
