// A site built from its own records is the same site, byte for byte.
#include "commands/digest_reading.hpp"
#include "digest/record_json.hpp"
#include "files/site_folder.hpp"
#include "pipeline/load_site.hpp"
#include "render/render_route.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> pages_of(const std::string& root) {
  std::map<std::string, std::string> pages;
  const pipeline::LoadedSite loaded = pipeline::load_site({.root = root});
  for (const site::Route& route : loaded.site->routes()) {
    const auto page = render::render_route(*loaded.site, route);
    pages[route.href] = page ? page->bytes : page.error().message;
  }
  return pages;
}

/// What `sitegen extract` prints of all digests of the site at `root`.
std::string records_of(const std::string& root) {
  const commands::DigestReading reading = commands::digest_reading(root, "");
  std::string lines;
  for (const files::Source& source : files::read_site_folder(root, "default").value.digests) {
    for (const digest::ParsedDigest& one :
         digest::parse_digest_file(*source, reading.options()).value) {
      lines += digest::digest_to_json_lines(one.digest);
    }
  }
  return lines;
}

TEST(RoundTrip, ASiteFromItsOwnRecordsIsTheSame) {
  const fs::path own = SITEGEN_PROJECT_DIR;
  const TemporaryFolder copy;
  const fs::path root = copy.path();
  copy.write("content/papers.jsonl", records_of(own.string()));
  fs::copy(own / "site.yaml", root / "site.yaml");
  for (const char* const folder : {"content/pages", "templates", "themes"}) {
    if (fs::exists(own / folder)) {
      fs::copy(own / folder, root / folder, fs::copy_options::recursive);
    }
  }

  const std::map<std::string, std::string> pages = pages_of(own.string());
  EXPECT_GT(pages.size(), 100U);
  EXPECT_EQ(pages_of(root.string()), pages);
}

/// Tables give several digests a file, and texts of several lines.
TEST(RoundTrip, ASiteOfTablesIsTheSame) {
  const TemporaryFolder first;
  first.write("site.yaml", "title: Tables\nbase_url: https://example.org\n");
  std::ifstream table(fs::path(SITEGEN_PROJECT_DIR) / "tests/digest/format_cases/table_weekly.md",
                      std::ios::binary);
  first.write("content/weeks.md", {std::istreambuf_iterator<char>(table), {}});
  const TemporaryFolder second;
  second.write("site.yaml", first.read("site.yaml"));
  second.write("content/papers.jsonl", records_of(first.path()));

  EXPECT_GT(pages_of(first.path()).size(), 10U);
  EXPECT_EQ(pages_of(second.path()), pages_of(first.path()));
}

}  // namespace
