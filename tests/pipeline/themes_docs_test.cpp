// The templates of docs/themes.md that say which file they are, read as those files.
#include "pipeline/load_site.hpp"
#include "render/render_route.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace {

/// Writes each example that begins with `{#- templates/NAME -#}` there, and says how many they are.
int write_examples(const TemporaryFolder& folder) {
  std::ifstream file(std::string(SITEGEN_PROJECT_DIR) + "/docs/themes.md");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::string fence = "```jinja\n";
  const std::string opening = "{#- templates/";
  int count = 0;
  for (std::size_t at = text.find(fence + opening); at != std::string::npos;
       at = text.find(fence + opening, at)) {
    at += fence.size();
    const std::size_t name = at + opening.size();
    folder.write("templates/" + text.substr(name, text.find(' ', name) - name),
                 text.substr(at, text.find("```", at) - at));
    ++count;
  }
  return count;
}

TEST(ThemesDocs, ASiteCanHaveCommentsByTheTwoFiles) {
  const TemporaryFolder folder;
  folder.write("site.yaml", "title: Comments\nlanguage: en\n");
  folder.write("content/2023-02-08.jsonl",
               R"({"title":"A","url":"https://arxiv.org/abs/2302.00001"})");
  ASSERT_EQ(write_examples(folder), 2);

  const pipeline::LoadedSite loaded = pipeline::load_site({.root = folder.path()});

  for (const diagnostics::Diagnostic& one : loaded.diagnostics) {
    ADD_FAILURE() << one.message << " [" << one.code << "]";
  }
  const auto route =
      std::ranges::find(loaded.site->routes(), site::RouteKind::paper, &site::Route::kind);
  const auto page = render::render_route(*loaded.site, *route);
  ASSERT_TRUE(page.has_value());
  EXPECT_NE(page->bytes.find("https://comments.example/thread?id=2302.00001\""), std::string::npos)
      << page->bytes;
  EXPECT_NE(page->bytes.find("frame-src https://comments.example\""), std::string::npos);
}

}  // namespace
