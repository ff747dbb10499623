#include "catalog/cross_links.hpp"

#include <cstddef>
#include <cstdint>
#include <unordered_set>
#include <vector>

namespace catalog {

namespace {

std::vector<PaperIndex> papers_of(const CatalogDigest& digest) {
  std::vector<PaperIndex> papers;
  std::unordered_set<std::uint32_t> seen;
  for (const Appearance& appearance : digest.appearances) {
    if (seen.insert(appearance.paper.value).second) {
      papers.push_back(appearance.paper);
    }
  }
  return papers;
}

}  // namespace

Catalog link_neighbours(Catalog catalog) {
  for (std::uint32_t d = 0; d < catalog.digests.size(); ++d) {
    CatalogDigest& digest = catalog.digests[d];
    if (d > 0) {
      digest.previous = DigestIndex{d - 1};
      catalog.digests[d - 1].next = DigestIndex{d};
    }
    const std::vector<PaperIndex> papers = papers_of(digest);
    for (std::size_t i = 0; i < papers.size(); ++i) {
      CatalogPaper& paper = catalog.papers[papers[i].value];
      if (paper.appearances.front().digest != DigestIndex{d}) {
        continue;
      }
      if (i > 0) {
        paper.previous = papers[i - 1];
      }
      if (i + 1 < papers.size()) {
        paper.next = papers[i + 1];
      }
    }
  }
  return catalog;
}

}  // namespace catalog
