// Writes a site of generated digests, ten papers each, for recall.mjs and for measuring:
//
//   sitegen_made_site FOLDER DIGESTS
#include "generated_digests.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: sitegen_made_site FOLDER DIGESTS\n";
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder / "content/digests");
  std::ofstream(folder / "site.yaml") << "title: Generated papers\nlanguage: en\n";
  const auto count = static_cast<std::size_t>(std::strtoull(argv[2], nullptr, 10));
  for (const auto& digest : bench::generate_digests(count)) {
    const std::filesystem::path file = std::filesystem::path(digest->path()).filename();
    std::ofstream(folder / "content/digests" / file, std::ios::binary) << digest->bytes();
  }
}
