// Each limit of what is read is a diagnostic that names it; the rest of the file is read.
#include "digest/markup_limits.hpp"
#include "digest/parse_digest.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <utility>

namespace {

using diagnostics::Diagnostic;
using digest::DigestOptions;

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) {
    text += piece;
  }
  return text;
}

/// What is said about a file, with the papers that were read in spite of it.
struct Outcome {
  std::size_t papers = 0;
  std::vector<Diagnostic> diagnostics;

  /// How many diagnostics have the code and name the limit with its value.
  [[nodiscard]] std::size_t count(const std::string& code, const std::string& limit) const {
    return static_cast<std::size_t>(std::ranges::count_if(diagnostics, [&](const Diagnostic& one) {
      return one.code == code && one.message.find(limit) != std::string::npos;
    }));
  }
};

Outcome read(const std::string& name, const std::string& bytes, const DigestOptions& options = {}) {
  auto [digests, diagnostics] = digest::parse_digest_file(text::SourceText(name, bytes), options);
  Outcome outcome{.papers = 0, .diagnostics = std::move(diagnostics)};
  for (const digest::ParsedDigest& one : digests) {
    outcome.papers += one.digest.papers.size();
  }
  return outcome;
}

const std::string kColumns = "| Paper | Links |\n|---|---|\n";
const std::string kRow = "| 1) **Oars** - bend | [Paper](https://example.org/oars) |\n";
const std::string kRecord = R"({"title": "Oars", "url": "https://example.org/oars"})";

TEST(Limits, OfCellsInARow) {
  const std::string wide =
      "| 2) **Sails** - tear | [Paper](https://example.org/sails) |" + repeated(" x |", 998);
  const Outcome enough = read("2023-01-20.md", kColumns + kRow + wide + "\n");
  EXPECT_EQ(enough.papers, 2U);
  EXPECT_EQ(enough.count("digest/cells-limit", ""), 0U);

  const Outcome row = read("2023-01-20.md", kColumns + kRow + wide + " x |\n");
  EXPECT_EQ(row.papers, 1U);
  EXPECT_EQ(row.count("digest/cells-limit", "max_cells is 1000"), 1U);
  EXPECT_EQ(row.diagnostics.size(), 1U);  // and no word more about the line

  const Outcome table =
      read("2023-01-20.md", kColumns + kRow + "\n| Paper | Links |" + repeated("a|", 999) + "\n|" +
                                repeated("-|", 1001) + "\n" + kRow);
  EXPECT_EQ(table.papers, 1U);
  EXPECT_EQ(table.count("digest/cells-limit", "max_cells"), 1U);
}

TEST(Limits, OfCellsInTheTablesOfAPage) {
  const Outcome page =
      read("2023-01-20.html", "<table><tr><th>Paper<th>Links<tr><td>1) <b>Oars</b> - bend<td>" +
                                  std::string("<a href=https://example.org/oars>Paper</a><tr>") +
                                  repeated("<td>x", 1001) + "</table>");
  EXPECT_EQ(page.papers, 1U);
  EXPECT_EQ(page.count("digest/cells-limit", "max_cells"), 1U);
}

/// Spans are short to write: what they add is bounded by the size of the page.
TEST(Limits, OfCellsThatSpansAdd) {
  const std::string rows = repeated("<tr><td rowspan=60000 colspan=1000>x", 2000);
  const Outcome page = read("2023-01-20.html", "<table><tr><th>Paper<th>Links" + rows);
  EXPECT_EQ(page.papers, 0U);
}

TEST(Limits, OfTheNamesOfColumnsThatAreSaid) {
  std::string columns = "| Paper | Links |";
  for (int i = 0; i < 200; ++i) {
    columns += "column " + std::to_string(i) + "|";
  }
  const std::string table = columns + "\n|" + repeated("-|", 202) + "\n" + kRow + "\n";
  EXPECT_EQ(read("2023-01-20.md", repeated(table, 10)).count("digest/unknown-column", ""), 51U);
}

TEST(Limits, OfDepthInRecords) {
  const auto nested = [](std::size_t depth) {
    return R"({"title": "Sails", "shelf": )" + repeated("[", depth) + repeated("]", depth) + "}";
  };
  for (const auto& [name, begin, between, end] :
       {std::array{"2023-01-20.jsonl", "", "\n", "\n"},
        std::array{"2023-01-20.json", "[", ", ", "]"},
        std::array{"2023-01-20.yaml", "- ", "\n- ", "\n"}}) {
    const auto file = [&, first = begin, mark = between, last = end](std::size_t depth) {
      return first + kRecord + mark + nested(depth) + last;
    };
    EXPECT_EQ(read(name, file(60)).papers, 2U) << name;
    for (const std::size_t depth : {65U, 100U, 2000U, 200'000U}) {
      const Outcome deep = read(name, file(depth));
      EXPECT_EQ(deep.papers, 1U) << name << depth;
      EXPECT_EQ(deep.count("digest/depth-limit", "max_depth is 64"), 1U) << name << depth;
      EXPECT_EQ(deep.count("digest/bad-record", ""), 0U) << name << depth;
    }
  }
}

TEST(Limits, OfTheSizeOfRecords) {
  DigestOptions options;
  options.limits.max_line_size = 1000;
  const std::string open = R"({"title": )" + repeated("[", 2000);
  for (const auto& [name, bytes] :
       {std::pair<std::string, std::string>{"2023-01-20.jsonl", kRecord + "\n" + open},
        {"2023-01-20.json", "[" + kRecord + "," + open},
        {"2023-01-20.yaml", "- " + kRecord + "\n- " + open}}) {
    const Outcome outcome = read(name, bytes, options);
    EXPECT_EQ(outcome.papers, 1U) << name;
    EXPECT_EQ(outcome.count("digest/line-limit", "max_line_size is 1000"), 1U) << name;
    EXPECT_EQ(outcome.diagnostics.size(), 1U) << name;
  }
}

TEST(Limits, OfFilesRecordsAndNamesInEveryNotation) {
  DigestOptions options;
  options.limits.max_records = 1;
  options.limits.max_names = 2;
  const std::string names = R"({"title": "Oars", "authors": ["A", "B", "C"]})";
  for (const auto& [name, bytes] :
       {std::pair<std::string, std::string>{"2023-01-20.jsonl", names + "\n" + kRecord},
        {"2023-01-20.json", "[" + names + "," + kRecord + "]"},
        {"2023-01-20.yaml", "- " + names + "\n- " + kRecord}}) {
    const Outcome outcome = read(name, bytes, options);
    EXPECT_EQ(outcome.papers, 1U) << name;
    EXPECT_EQ(outcome.count("digest/records-limit", "max_records is 1"), 1U) << name;
    EXPECT_EQ(outcome.count("digest/names-limit", "max_names"), 1U) << name;
  }
  EXPECT_EQ(read("2023-01-20.md", kColumns + kRow + kRow, options)
                .count("digest/records-limit", "max_records is 1"),
            1U);
  options.limits.max_file_size = 10;
  for (const std::string name : {"a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.yaml"}) {
    const Outcome outcome = read(name, kRecord, options);
    EXPECT_EQ(outcome.count("digest/file-limit", "max_file_size is 10"), 1U) << name;
  }
}

TEST(Limits, OfElementsAndAttributes) {
  EXPECT_EQ(read("a.html", repeated("<div>", digest::kMaxElementDepth + 1))
                .count("digest/markup-limit", "max_depth is 512"),
            1U);
  EXPECT_EQ(read("a.html", "<p" + repeated(" a", digest::kMaxAttributes + 1) + ">")
                .count("digest/markup-limit", "max_attributes is 256"),
            1U);
}

}  // namespace
