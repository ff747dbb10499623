// Real digests with gold records, where the machine has them; they are not part of the project.
#include "digest/case_files.hpp"
#include "digest/parse_digest.hpp"
#include "digest/record_json.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

fs::path digests_folder() {
  return fs::path(SITEGEN_PROJECT_DIR) / ".." / "shared" / "digests";
}

/// The digest whose name is that of the gold file, or begins with it.
fs::path digest_of(const fs::path& gold) {
  for (const auto& entry : fs::directory_iterator(gold.parent_path().parent_path())) {
    if (entry.path().stem() == gold.stem() ||
        entry.path().filename().string().starts_with(gold.stem().string() + "_")) {
      return entry.path();
    }
  }
  return {};
}

/// The record's value of a gold field.
json value_of(const json& record, const std::string& field) {
  if (field == "one_sentence") {
    return record["tldr"];
  }
  return record[field == "abstract_en" ? "abstract" : field];
}

/// Texts are compared with blanks collapsed: gold files keep what a line broke.
json collapsed(const json& value) {
  if (!value.is_string()) {
    return value;
  }
  std::string text = value.get<std::string>();
  for (std::size_t at = text.find("\u00a0"); at != std::string::npos; at = text.find("\u00a0")) {
    text.replace(at, 2, " ");
  }
  std::ranges::replace(text, '\n', ' ');
  const auto blanks =
      std::ranges::unique(text, [](char a, char b) { return a == ' ' && b == ' '; });
  text.erase(blanks.begin(), blanks.end());
  return text;
}

void compare(const json& gold, const digest::Digest& digest) {
  ASSERT_EQ(gold["papers"].size(), digest.papers.size());
  for (std::size_t i = 0; i < digest.papers.size(); ++i) {
    const json record = json::parse(digest::paper_to_json(digest, digest.papers[i]));
    for (const auto& [field, expected] : gold["papers"][i].items()) {
      EXPECT_EQ(collapsed(value_of(record, field)), collapsed(expected))
          << digest.name << " " << field << " of paper " << i + 1;
    }
  }
  const json record = json::parse(digest::digest_to_json(digest));
  for (const auto& [field, expected] : gold["digest"].items()) {
    EXPECT_EQ(record[field], expected) << digest.name << " " << field;
  }
}

TEST(Gold, IsMetExactlyAndNothingIsUnclaimed) {
  if (!fs::exists(digests_folder() / "gold")) {
    GTEST_SKIP() << "there are no real digests beside the project";
  }
  std::vector<fs::path> gold_files;
  for (const fs::path& folder : {digests_folder() / "gold", digests_folder() / "more" / "gold"}) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      gold_files.push_back(entry.path());
    }
  }
  for (const fs::path& gold : gold_files) {
    const fs::path path = digest_of(gold);
    const text::SourceText source(path.filename().string(), digest_tests::read_file(path));

    const auto [parsed, diagnostics] = digest::parse_digest(source);

    compare(json::parse(digest_tests::read_file(gold)), parsed.digest);
    EXPECT_EQ(std::ranges::count(parsed.claims, "unclaimed", &digest::Claim::kind), 0) << path;
  }
}

}  // namespace
