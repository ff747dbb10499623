#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace digest_tests {

inline std::filesystem::path case_folder() {
  return std::filesystem::path(SITEGEN_PROJECT_DIR) / "tests" / "digest" / "cases";
}

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The names of all cases: NAME of NAME.txt and NAME.expected.txt.
inline std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(case_folder())) {
    const std::filesystem::path& path = entry.path();
    if (path.stem().extension() != ".expected") {
      names.push_back(path.filename().string());
    }
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace digest_tests
