// Never merge two distinct papers: near titles by the hundred thousand, and, where the machine has
// it, a real list of 60,608 papers with hundreds of repeated titles.
#include "catalog/merge_duplicates.hpp"
#include "catalog/sample_digests.hpp"
#include "catalog/sort_digests.hpp"
#include "digest/identifiers.hpp"
#include "digest/parse_digest.hpp"
#include "digest/titles_agree.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace {

using catalog::Catalog;
using catalog_test::digest_of;
using catalog_test::paper;

constexpr std::array kDoing = {"Learning", "Counting", "Parsing", "Ranking", "Folding",
                               "Sampling", "Pruning",  "Mapping", "Tuning",  "Reading"};
constexpr std::array kWhat = {
    "Sparse Graphs",  "Long Texts",      "Noisy Labels",     "Deep Trees",    "Small Models",
    "Moving Images",  "Spoken Words",    "Protein Chains",   "Robot Hands",   "City Maps",
    "Rare Languages", "Old Letters",     "Quantum Circuits", "Market Prices", "Weather Charts",
    "Tide Tables",    "Star Catalogues", "Bird Songs",       "Bus Routes",    "Tax Forms"};
constexpr std::array kHow = {"by Attention",  "by Diffusion", "with Kernels",  "from Sketches",
                             "under Budgets", "by Voting",    "through Games", "with Memory",
                             "in One Pass",   "by Rewriting"};
constexpr std::array kWhere = {"at Scale",    "on Phones",      "in the Wild", "in Theory",
                               "in Practice", "across Domains", "over Time",   "in Space",
                               "at Night",    "for Children"};

/// The titles of twenty different papers that are as near to each other as titles come.
std::vector<std::string> near_titles(std::size_t number) {
  const std::string what = kWhat[number % kWhat.size()];
  const std::string doing = kDoing[number / kWhat.size() % kDoing.size()];
  const std::string how = kHow[number / kWhat.size() / kDoing.size() % kHow.size()];
  const std::string where =
      kWhere[number / kWhat.size() / kDoing.size() / kHow.size() % kWhere.size()];
  const std::string subject = what + " " + how + " " + where;
  const std::string base = doing + " " + subject;
  return {base + ", Part I",
          base + ", Part II",
          base + ", Part III",
          base + ", Part 1",
          base + ", Part 2",
          base + " with 7B Parameters",
          base + " with 13B Parameters",
          base + ": Findings of the 2019 Shared Task",
          base + ": Findings of the 2020 Shared Task",
          base + " Is Enough",
          base + " Is Not Enough",
          base + " without Labels",
          base + ", Track A",
          base + ", Track B",
          "A Survey of " + doing + " " + subject,
          "Survey of " + doing + " " + subject,
          "On " + base,
          base + " Revisited",
          "Re" + base,
          base};
}

constexpr std::size_t kFamilies = 5000;

TEST(FalseMerges, NoneAmongAHundredThousandNearTitles) {
  std::vector<digest::Digest> digests;
  std::set<std::string> different;
  for (std::size_t i = 0; i < kFamilies; ++i) {
    std::vector<digest::Paper> papers;
    for (const std::string& title : near_titles(i)) {
      different.insert(title);
      papers.push_back(paper(digest::paper_identity("", title), title));
    }
    digests.push_back(digest_of("d" + std::to_string(i), "2023-02-08", std::move(papers)));
  }
  ASSERT_EQ(different.size(), 100'000U);

  const auto [catalog, said] = catalog::merge_duplicates(std::move(digests));

  EXPECT_EQ(catalog.papers.size(), 100'000U);
  EXPECT_TRUE(catalog.merges.empty());
  EXPECT_TRUE(said.empty());
}

/// Where somebody gave two papers one identifier only their titles tell them apart.
TEST(FalseMerges, NoneWhereNumberedPapersClaimOneIdentifier) {
  constexpr std::size_t kNumbered = 14;  // the first titles differ in numbers, letters, negations
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < kFamilies; i += 40) {
    const std::vector<std::string> titles = near_titles(i);
    for (std::size_t a = 0; a < kNumbered; ++a) {
      for (std::size_t b = a + 1; b < kNumbered; ++b) {
        const bool agree = digest::titles_agree(titles[a], titles[b]);
        EXPECT_FALSE(agree) << titles[a] << " / " << titles[b];
        wrong += agree ? 1 : 0;
      }
    }
    ASSERT_EQ(wrong, 0U);
  }
}

/// The lines of the corpus; none where the machine does not have it.
std::vector<std::string> corpus_lines() {
  const std::filesystem::path path =
      std::filesystem::path(SITEGEN_PROJECT_DIR) / ".." / "shared/corpora/anthology-2021.jsonl.xz";
  std::vector<std::string> lines;
  if (!std::filesystem::exists(path)) {
    return lines;
  }
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(
      popen(("xz -dc '" + path.string() + "'").c_str(), "r"), pclose);
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) {
    bytes.append(buffer.data(), size);
  }
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = bytes.find('\n', begin) + 1;
    lines.push_back(bytes.substr(begin, end - begin));
    begin = end == 0 ? bytes.size() : end;
  }
  return lines;
}

std::vector<digest::Digest> corpus_digests(const std::vector<std::string>& lines) {
  constexpr std::size_t kLinesAFile = 2000;
  std::vector<digest::Digest> digests;
  for (std::size_t begin = 0; begin < lines.size(); begin += kLinesAFile) {
    std::string bytes;
    for (std::size_t i = begin; i < std::min(begin + kLinesAFile, lines.size()); ++i) {
      bytes += lines[i];
    }
    const text::SourceText source("content/" + std::to_string(begin) + ".jsonl", bytes);
    for (digest::ParsedDigest& parsed : digest::parse_digest_file(source, {}).value) {
      digests.push_back(std::move(parsed.digest));
    }
  }
  return catalog::sort_digests(std::move(digests));
}

TEST(FalseMerges, NoneInTheAnthology) {
  const std::vector<std::string> lines = corpus_lines();
  if (lines.empty()) {
    GTEST_SKIP() << "the corpus is not on this machine";
  }
  std::vector<digest::Digest> digests = corpus_digests(lines);
  std::vector<digest::Digest> by_doi = digests;

  const auto [catalog, said] = catalog::merge_duplicates(std::move(digests));

  EXPECT_EQ(catalog.papers.size(), 60'608U);
  EXPECT_TRUE(catalog.merges.empty());

  // Its DOIs alone, two of which stand for two papers each.
  std::size_t with_doi = 0;
  for (digest::Digest& digest : by_doi) {
    std::erase_if(digest.papers, [](const digest::Paper& one) {
      return one.links.empty() || !digest::find_doi(one.links[0].url);
    });
    for (digest::Paper& one : digest.papers) {
      one.id = "doi:" + digest::find_doi(one.links[0].url).value_or("");
      ++with_doi;
    }
  }
  const auto merged = catalog::merge_duplicates(std::move(by_doi));
  EXPECT_GT(with_doi, 20'000U);
  EXPECT_EQ(merged.value.papers.size(), with_doi);
  for (const catalog::Merge& merge : merged.value.merges) {
    ADD_FAILURE() << merge.first.file << ":" << merge.first.line << " and " << merge.joined.file
                  << ":" << merge.joined.line << ": "
                  << merged.value.papers[merge.paper.value].record.title;
  }
  EXPECT_EQ(merged.diagnostics.size(), 2U);
}

}  // namespace
