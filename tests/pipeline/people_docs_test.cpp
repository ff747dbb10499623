// The examples of docs/people.md, each read as the file that it says it is, make a site about which
// there is nothing to say.
#include "pipeline/load_site.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace {

constexpr const char* kPapers =
    R"({"title":"A","rank":1,"category":"LG","authors":["J Li","A K. Lampi"],"affiliations":["UoE"],"url":"https://arxiv.org/abs/2302.00001"}
{"title":"B","rank":2,"category":"LG","authors":["J Li","Andrew Lampi"],"url":"https://arxiv.org/abs/2302.00002"}
{"title":"C","rank":3,"category":"CV","authors":["J Li"],"url":"https://aclanthology.org/P18-1007/"}
)";

TEST(PeopleDocs, ExamplesAreRead) {
  std::ifstream file(std::string(SITEGEN_PROJECT_DIR) + "/docs/people.md");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::string fence = "```yaml\n# ";
  int examples = 0;
  for (std::size_t at = text.find(fence); at != std::string::npos; at = text.find(fence, at)) {
    at += fence.size();
    const std::size_t end = text.find("```", at);
    const std::string name = text.substr(at, text.find('\n', at) - at);
    const TemporaryFolder folder;
    folder.write("site.yaml", "title: People\n");
    folder.write("content/2023-02-08.jsonl", kPapers);
    folder.write(name, "# " + text.substr(at, end - at));

    const pipeline::LoadedSite loaded = pipeline::load_site({.root = folder.path()});

    for (const diagnostics::Diagnostic& one : loaded.diagnostics) {
      ADD_FAILURE() << name << ": " << one.message << " [" << one.code << "]";
    }
    const auto& entries = loaded.site->catalog().entries;
    EXPECT_GT(entries[1].size() + entries[2].size(), 0U) << name;
    ++examples;
  }
  EXPECT_EQ(examples, 4);
}

}  // namespace
