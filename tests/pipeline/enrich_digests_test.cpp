#include "pipeline/enrich_digests.hpp"

#include "pipeline/load_site.hpp"
#include "render/render_route.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

const char* const kDigest =
    "LG - 机器学习 CV - 计算机视觉\n\n1、[LG] Pebble: A Small Network That Counts\nL Okafor, M J. "
    "Tan…\n"
    "[Lakeside Institute]\n会数错误的小网络。本文研究小模型。\nThe editor's own abstract stands "
    "here.\n"
    "https://arxiv.org/abs/2301.00101\n\n另外几篇值得关注的论文:\n\n"
    "[CV] Seeing Rain: Depth from Wet Windows\n透过雨窗看深度\nB Celik, S v Dijk\n[Northern "
    "Polytechnic]\nhttps://arxiv.org/abs/2301.00202\n\n[CV] Two Arms, One Apron\n双臂系围裙\nK "
    "Abe, T Wu\n"
    "[Kitchen Lab]\nhttps://arxiv.org/abs/2301.00303\n";

std::string snapshot_line(const std::string& id, const std::string& title,
                          const std::string& authors) {
  return "{\"id\":\"" + id + "\",\"title\":\"" + title + "\",\"categories\":\"cs.CV cs.LG\"," +
         "\"abstract\":\"  What the snapshot says of " + id +
         ".\\n\",\"authors_parsed\":" + authors +
         ",\"versions\":[{\"created\":\"Mon, 2 Jan 2023 19:18:42 GMT\"}]}\n";
}

/// Ten lines, three of them wanted, one of those under another title, one of all broken.
std::string snapshot() {
  std::string text;
  for (int i = 0; i < 6; ++i) {
    text += snapshot_line("9901.0000" + std::to_string(i), "Nobody asked for this", "[]");
  }
  text += snapshot_line("2301.00101", "Pebble: A Small\\n  Network That Counts",
                        R"([["Okafor","Lucy",""],["Tan","Min-Jae",""],["Roe","Ada",""]])");
  text += snapshot_line("2301.00202", "Seeing Rain: Depth from Wet Windows",
                        R"([["\u00c7elik","Burak",""],["van Dijk","Sam",""]])");
  text += snapshot_line("2301.00303", "A Survey of Something Else", "[]");
  return text + "no json\n";
}

class EnrichedSite : public testing::Test {
 protected:
  EnrichedSite() {
    folder_.write("content/2023-01-20.txt", kDigest);
    folder_.write("site.yaml", "title: A\nenrich: [data/arxiv.json, \"*.bib\", missing.json]\n");
    folder_.write("data/arxiv.json", snapshot());
    folder_.write(
        "b.bib",
        "@article{a, title={Two Arms, One Apron}, eprint={2301.00303}, author={Abe, Kei and "
        "Wu, Tia}, abstract={From the {\\\"o}wn library.}}\n");
  }

  [[nodiscard]] pipeline::LoadedSite load(pipeline::KnownFiles* known = nullptr) const {
    return pipeline::load_site(
        {.root = folder_.path(), .base_url = {}, .threads = 1, .known_files = known});
  }

  TemporaryFolder folder_;
};

const digest::Paper& record(const pipeline::LoadedSite& loaded, std::size_t paper) {
  return loaded.site->catalog().papers[paper].record;
}

TEST_F(EnrichedSite, HasWhatTheFilesKnow) {
  const pipeline::LoadedSite loaded = load();

  EXPECT_EQ(record(loaded, 0).abstract, "The editor's own abstract stands here.");
  EXPECT_EQ(record(loaded, 0).authors,
            (std::vector<std::string>{"Lucy Okafor", "Min-Jae Tan", "Ada Roe"}));
  EXPECT_FALSE(record(loaded, 0).authors_truncated);
  EXPECT_EQ(record(loaded, 1).abstract, "What the snapshot says of 2301.00202.");
  EXPECT_EQ(record(loaded, 1).authors, (std::vector<std::string>{"Burak Çelik", "Sam van Dijk"}));
  EXPECT_EQ(record(loaded, 1).published, "2023-01-02");
  EXPECT_EQ(record(loaded, 2).abstract, "From the öwn library.");
  EXPECT_EQ(record(loaded, 2).enriched.front(), (digest::EnrichedField{"abstract", "b.bib"}));
  EXPECT_EQ(loaded.filled.at({"arxiv.json", "abstract"}), 1U);
}

TEST_F(EnrichedSite, SaysWhatIsWrongWithTheFiles) {
  const pipeline::LoadedSite loaded = load();
  const auto says = [&loaded](const std::string& code, const std::string& path, int line) {
    return std::ranges::any_of(loaded.diagnostics, [&](const diagnostics::Diagnostic& one) {
      return one.code == code && one.where.path == path && one.where.line == line;
    });
  };

  EXPECT_TRUE(says("enrich/no-file", "site.yaml", 2));
  EXPECT_TRUE(says("enrich/bad-line", "data/arxiv.json", 10));
  EXPECT_TRUE(says("enrich/title-mismatch", "content/2023-01-20.txt", 18));
}

TEST_F(EnrichedSite, ShowsOnThePageWhereAFieldIsFrom) {
  const pipeline::LoadedSite loaded = load();
  const site::Route* const route = loaded.site->find("/papers/2301.00202/");
  ASSERT_NE(route, nullptr);

  const auto page = render::render_route(*loaded.site, *route);

  ASSERT_TRUE(page) << page.error().message;
  EXPECT_NE(page->bytes.find("(arxiv.json)"), std::string::npos);
  EXPECT_NE(page->bytes.find("cs.CV, cs.LG"), std::string::npos);
}

/// The file is gone, and nobody notices: its picks were kept. A new paper asks for it again.
TEST_F(EnrichedSite, KeepsWhatItPickedBetweenTwoLoads) {
  pipeline::KnownFiles known;
  const pipeline::LoadedSite first = load(&known);
  ASSERT_EQ(known.size(), 2U);
  known[0].papers[1].abstract = "Kept.";

  EXPECT_EQ(record(load(&known), 1).abstract, "Kept.");
  folder_.write("content/2023-01-21.txt",
                "1、[LG] Another New Paper\nA Bee\n[Hive]\n新论文。摘要。\nText.\n"
                "https://arxiv.org/abs/2301.00404\n");
  EXPECT_EQ(record(load(&known), 1).abstract, "What the snapshot says of 2301.00202.");
}

TEST(LocalFiles, AreFoundByPatternAndReadLineByLine) {
  const TemporaryFolder folder;
  folder.write("refs/b.bib", "1\n\n3");
  folder.write("refs/a.bib", "");
  folder.write("refs/c.json", "");

  const auto found = files::find_local_files(folder.path(), "refs/?.b*");

  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].shown, "refs/b.bib");
  std::string lines;
  ASSERT_TRUE(files::for_each_line(found[1], [&lines](std::string_view line, std::size_t number) {
    lines += std::to_string(number) + "=" + std::string(line) + ";";
  }));
  EXPECT_EQ(lines, "1=1;2=;3=3;");
  EXPECT_FALSE(files::for_each_line({.path = folder.path() + "/none", .shown = "none", .size = 1},
                                    [](std::string_view, std::size_t) {}));
}

TEST(LocalFiles, PassOverALineBeyondTheLimit) {
  const TemporaryFolder folder;
  folder.write("a.json", "first\n" + std::string(files::kMaxStreamedLine + 10, 'x') + "\nlast\n");
  std::vector<std::string> lines;

  ASSERT_TRUE(files::for_each_line(
      files::find_local_files(folder.path(), "a.json").front(),
      [&lines](std::string_view line, std::size_t) { lines.emplace_back(line); }));

  EXPECT_EQ(lines, (std::vector<std::string>{"first", "", "last"}));
}

}  // namespace
