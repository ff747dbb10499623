#include "render/record_files.hpp"

#include "digest/record_json.hpp"
#include "digest/record_print.hpp"
#include "text/embedded_file.hpp"

#include <span>

namespace render {

/// papers.schema.json.
std::span<const text::EmbeddedFile> record_schemas();

namespace {

/// The paper as `appearance` lists it: its record is the richest of all, its place is the digest's.
digest::Paper record_in(const site::Site& site, const catalog::Appearance& appearance) {
  digest::Paper record = site.catalog().papers[appearance.paper.value].record;
  record.rank = appearance.rank;
  record.section = appearance.section;
  return record;
}

}  // namespace

std::string records_as_json_lines(const site::Site& site) {
  std::string lines;
  for (const catalog::CatalogDigest& digest : site.catalog().digests) {
    lines += digest::digest_to_json(digest.head) + "\n";
    for (const catalog::Appearance& one : digest.appearances) {
      lines += digest::paper_to_json(digest.head, record_in(site, one)) + "\n";
    }
  }
  return lines;
}

std::string records_as_csv(const site::Site& site) {
  std::string lines = digest::csv_header();
  for (const catalog::CatalogDigest& digest : site.catalog().digests) {
    for (const catalog::Appearance& one : digest.appearances) {
      lines += digest::paper_to_csv(digest.head, record_in(site, one));
    }
  }
  return lines;
}

std::string_view record_schema() {
  return record_schemas().front().bytes;
}

}  // namespace render
