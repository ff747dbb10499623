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

/// One member of a record a line: a diff shows the field that changed.
inline std::string one_member_a_line(const std::string& json) {
  std::string out;
  bool in_text = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    in_text = in_text != (json[i] == '"' && (i == 0 || json[i - 1] != '\\'));
    out.push_back(json[i]);
    if (json[i] == ',' && !in_text && i + 1 < json.size() && json[i + 1] == '"' &&
        json.find("\":", i) < json.find_first_of(",]}", i + 1)) {
      out += "\n ";
    }
  }
  return out;
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
