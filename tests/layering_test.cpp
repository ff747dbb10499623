// The architecture, as a test: who may include whom, and which folder is the home of which library.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kGenerator = fs::path(SITEGEN_PROJECT_DIR) / "generator";

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The folders in order, as generator/CMakeLists.txt lists them.
std::vector<std::string> layers() {
  const std::string cmake = read(kGenerator / "CMakeLists.txt");
  std::smatch list;
  EXPECT_TRUE(std::regex_search(cmake, list, std::regex(R"(SITEGEN_LAYERS([^)]*)\))")));
  const std::string names = list[1];
  const std::regex word(R"([a-z]+)");
  return {std::sregex_token_iterator(names.begin(), names.end(), word), {}};
}

struct Include {
  std::string folder;  ///< of the file that includes
  std::string file;
  std::string header;
};

/// Every #include line of the generator, but for main.cpp.
std::vector<Include> includes() {
  std::vector<Include> found;
  const std::regex line(R"#((?:^|\n)#include [<"]([^>"]+)[>"])#");
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(kGenerator)) {
    const std::string extension = entry.path().extension().string();
    const fs::path relative = fs::relative(entry.path(), kGenerator);
    if ((extension != ".cpp" && extension != ".hpp") || !relative.has_parent_path()) {
      continue;
    }
    const std::string source = read(entry.path());
    for (std::sregex_iterator match(source.begin(), source.end(), line), end; match != end;
         ++match) {
      found.push_back({relative.begin()->string(), relative.string(), (*match)[1]});
    }
  }
  return found;
}

TEST(Layering, AFolderIncludesOnlyItselfAndTheFoldersBeforeIt) {
  const std::vector<std::string> order = layers();
  const auto rank = [&order](const std::string& folder) {
    return std::distance(order.begin(), std::ranges::find(order, folder));
  };
  ASSERT_GT(order.size(), 10U);

  for (const Include& include : includes()) {
    const std::string target = include.header.substr(0, include.header.find('/'));
    if (rank(target) < std::ssize(order)) {
      EXPECT_LE(rank(target), rank(include.folder))
          << include.file << " includes " << include.header;
    }
  }
}

TEST(Layering, EveryFolderOfTheGeneratorIsALayer) {
  const std::vector<std::string> order = layers();
  for (const fs::directory_entry& entry : fs::directory_iterator(kGenerator)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_directory() && name != "cmake") {
      EXPECT_NE(std::ranges::find(order, name), order.end()) << name;
    }
  }
}

TEST(Layering, EachLibraryHasOneHome) {
  const std::map<std::string, std::vector<std::string>> homes = {
      {R"(^yaml-cpp/)", {"config"}},
      {R"(^cmark)", {"markdown"}},
      {R"(^boost/)", {"files"}},
      {R"(^CLI/)", {"commands"}},
      {R"(^httplib)", {"serve"}},
      {R"(^(tbb|oneapi)/)", {"parallel"}},
      {R"(^unicode/)", {"text"}},
      {R"(^gumbo)", {"digest"}},
      {R"(^simdjson)", {"values", "digest", "enrich"}},
      {R"(^nlohmann/)", {"values"}},
      {R"(^xxhash)", {"text"}},
      {R"(^openssl/)", {"text"}},
      {R"(^qrencode)", {"render"}},
      {R"(^(librsvg|cairo|fontconfig))", {"render"}},
      {R"(^(zlib|brotli))", {"publish"}},
      {R"(^sqlite3)", {"render"}},
      {R"(^tl/expected)", {"diagnostics"}},
  };
  for (const Include& include : includes()) {
    for (const auto& [pattern, folders] : homes) {
      if (std::regex_search(include.header, std::regex(pattern))) {
        EXPECT_NE(std::ranges::find(folders, include.folder), folders.end())
            << include.file << " includes " << include.header;
      }
    }
  }
}

/// What reaches the disk, a thread, a socket, a terminal or a clock stands at the right end.
TEST(Layering, FoldersBeforeFilesAreFreeOfSideEffects) {
  const std::vector<std::string> order = layers();
  const auto files = std::ranges::find(order, "files");
  const std::regex edge(
      R"(^(fstream|filesystem|iostream|thread|mutex|condition_variable|future|ctime|sys/.*|unistd\.h)$)");
  for (const Include& include : includes()) {
    const bool pure = std::find(order.begin(), files, include.folder) != files;
    // cmark-gfm shares static tables between parsers: the program's one lock stands beside it.
    const bool excepted = include.folder == "markdown" && include.header == "mutex";
    if (pure && !excepted) {
      EXPECT_FALSE(std::regex_match(include.header, edge))
          << include.file << " includes <" << include.header << ">";
    }
  }
}

TEST(Layering, TheSpineAndTheRenderFunctionStayThin) {
  const auto lines = [](const char* file) {
    const std::string source = read(kGenerator / file);
    return std::ranges::count(source, '\n');
  };
  EXPECT_LE(lines("main.cpp"), 40);
  EXPECT_LE(lines("pipeline/load_site.cpp"), 160);
  EXPECT_LE(lines("render/render_route.cpp"), 120);
}

}  // namespace
