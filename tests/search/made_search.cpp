// Writes the search files of a site of generated digests, ten papers each, and the papers' texts,
// for recall.mjs:
//
//   sitegen_made_search FOLDER DIGESTS
#include "digest/parse_digest.hpp"
#include "generated_digests.hpp"
#include "pipeline/assemble_site.hpp"
#include "render/render_route.hpp"
#include "text/json_escape.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sys/resource.h>
#include <utility>

namespace {

namespace fs = std::filesystem;

std::shared_ptr<const site::Site> make_site(std::size_t count) {
  std::vector<digest::Digest> digests;
  for (const auto& source : bench::generate_digests(count)) {
    for (digest::ParsedDigest& parsed : digest::parse_digest_file(*source, {}).value) {
      digests.push_back(std::move(parsed.digest));
    }
  }
  config::SiteConfig config;
  config.related = 0;
  return pipeline::assemble_site({.config = std::move(config), .digests = std::move(digests)}, 0)
      .site;
}

/// One JSON text a line, in the order of the index.
void write_texts(const site::Site& site, const fs::path& path) {
  std::ofstream file(path, std::ios::binary);
  for (const catalog::CatalogPaper& paper : site.catalog().papers) {
    const digest::Paper& record = paper.record;
    std::string text = record.title + "\n" + record.title_zh + "\n" + record.tldr + "\n" +
                       record.abstract + "\n" + record.abstract_zh;
    for (const auto* list : {&record.authors, &record.affiliations, &record.key_points}) {
      for (const std::string& one : *list) {
        text += "\n" + one;
      }
    }
    std::string line;
    text::append_json_string(line, text);
    file << line << "\n";
  }
}

long peak_kilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: sitegen_made_search FOLDER DIGESTS\n";
    return 2;
  }
  const fs::path folder = argv[1];
  fs::remove_all(folder);
  fs::create_directories(folder / "search/terms");
  fs::create_directories(folder / "search/rows");
  const auto site = make_site(std::strtoull(argv[2], nullptr, 10));
  write_texts(*site, folder / "papers.jsonl");
  const long before = peak_kilobytes();
  const auto begin = std::chrono::steady_clock::now();
  static_cast<void>(site->search_terms());
  const auto built = std::chrono::steady_clock::now();
  for (const site::Route& route : site->routes()) {
    if (route.kind == site::RouteKind::search_file) {
      std::ofstream(folder / route.path.substr(1), std::ios::binary)
          << render::render_route(*site, route)->bytes;
    }
  }
  const std::chrono::duration<double> index_time = built - begin;
  const std::chrono::duration<double> write_time = std::chrono::steady_clock::now() - built;
  std::cout << site->catalog().papers.size() << " papers: index built in " << index_time.count()
            << " s, files written in " << write_time.count() << " s; peak memory before "
            << before / 1024 << " MiB, after " << peak_kilobytes() / 1024 << " MiB\n";
}
