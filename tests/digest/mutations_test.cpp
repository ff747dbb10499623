// What scraping, editors and file systems do to digests: whatever a mutation leaves intact must be
// read as before, and what it destroys must be reported.
#include "digest/case_files.hpp"
#include "digest/read_digest_file.hpp"
#include "text/whitespace.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <memory>

namespace {

using digest::Paper;
using Lines = std::vector<std::string>;

namespace fs = std::filesystem;

/// The project's own digests of each family, and the real ones where the machine has them.
std::vector<std::string> all_digests() {
  std::vector<std::string> paths;
  for (const char* name :
       {"key_points_long", "key_points_short", "one_paragraph_compact", "one_paragraph_gaps",
        "one_paragraph_spaced", "one_paper_glued", "one_paper_without_category", "quoted_titles",
        "labelled_titles", "headed_titles"}) {
    paths.push_back((digest_tests::case_folder() / (std::string(name) + ".txt")).string());
  }
  const fs::path real = fs::path(SITEGEN_PROJECT_DIR) / ".." / "shared" / "digests";
  for (const fs::path& folder : {real, real / "more"}) {
    if (!fs::exists(folder)) {
      continue;
    }
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.is_regular_file()) {
        paths.push_back(entry.path().string());
      }
    }
  }
  std::ranges::sort(paths);
  return paths;
}

const std::vector<std::string> kDigests = all_digests();

Lines lines_of(const std::string& name) {
  const text::SourceText source(name, digest_tests::read_file(name));
  Lines lines;
  for (std::size_t number = 1; number <= source.line_count(); ++number) {
    lines.emplace_back(source.line(number));
  }
  return lines;
}

std::string joined(const Lines& lines, const std::string& line_break = "\n") {
  std::string text;
  for (const std::string& line : lines) {
    text += line + line_break;
  }
  return text;
}

struct Outcome {
  digest::Digest digest;
  std::size_t diagnostics = 0;
  bool claims_are_complete = false;
};

/// The digest that `text` gives, without the lines where its records stand.
Outcome read(const std::string& text) {
  auto [file, diagnostics] =
      digest::read_digest_file(std::make_shared<const text::SourceText>("2023-01-20.txt", text));
  digest::ParsedDigest& parsed = file.digests.at(0);
  for (Paper& paper : parsed.digest.papers) {
    paper.source = {};
  }
  std::size_t covered = 0;
  for (const digest::Claim& claim : parsed.claims) {
    covered += claim.size;
  }
  return {std::move(parsed.digest), diagnostics.size(), covered == file.text->bytes().size()};
}

bool is_legend(const std::string& line) {
  return line.starts_with("LG - ");
}

bool is_blank(const std::string& line) {
  return text::is_blank(line);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

void expect_same(const std::string& name, const std::string& mutation, const std::string& text) {
  const Outcome before = read(joined(lines_of(name)));
  const Outcome after = read(text);
  EXPECT_EQ(after.digest, before.digest) << name << ": " << mutation;
  EXPECT_TRUE(after.claims_are_complete) << name << ": " << mutation;
}

/// A line that goes on with the text of the one before it: glued to that, it lacks the blank.
bool goes_on(const std::string& line) {
  return std::ranges::any_of(
      std::initializer_list<const char*>{"> ", "A second paragraph", "To address this gap"},
      [&line](const char* start) { return line.starts_with(start) && !line.starts_with(">L"); });
}

/// A line that no record must have, so that nobody can tell that it is lost.
bool is_optional(const std::string& line) {
  return goes_on(line) ||
         std::ranges::any_of(std::initializer_list<const char*>{"**CVPR", "**ICME", "**ACM",
                                                                "github", "注", "arXiv(old)"},
                             [&line](const char* start) { return line.starts_with(start); });
}

TEST(Mutations, OfTheBytesChangeNothing) {
  for (const std::string& name : kDigests) {
    const Lines lines = lines_of(name);
    const std::string text = joined(lines);
    expect_same(name, "CRLF", joined(lines, "\r\n"));
    expect_same(name, "byte order mark", "\xEF\xBB\xBF" + text);
    expect_same(name, "no line break at the end", text.substr(0, text.size() - 1));
  }
}

TEST(Mutations, OfBlanksChangeNothing) {
  for (const std::string& name : kDigests) {
    const std::string text = joined(lines_of(name));
    expect_same(name, "tabs", replaced(text, " ", "\t"));
    expect_same(name, "indented lines", "  " + joined(lines_of(name), "\n  "));
    expect_same(name, "indented by an ideograph", joined(lines_of(name), "\n\u3000\u3000"));
    expect_same(name, "blanks behind lines", joined(lines_of(name), "  \n"));
    expect_same(name, "line separators", joined(lines_of(name), "\u2028"));
    expect_same(name, "paragraph separators", joined(lines_of(name), "\u2029\n"));
    expect_same(name, "no width at the ends", "\u200b" + joined(lines_of(name), "\u2060\n\uFEFF"));
    std::string labels = text;
    for (const char* label : {"要点", "一句话总结", "摘要", "动机", "方法", "Abstract", "论文"}) {
      const std::string whole = label;
      const std::size_t first = whole.front() == 'A' ? 1 : std::string("要").size();
      labels = replaced(std::move(labels), whole,
                        whole.substr(0, first) + "\u200b" + whole.substr(first) + "\u200b");
    }
    expect_same(name, "no width inside labels", labels);
  }
}

/// Numbers as lists have them: `1)`, `1）[`, `1. [`.
TEST(Mutations, OfTheMarkBehindARankChangeNothing) {
  for (const std::string& name : kDigests) {
    for (const std::string mark : {")", ") ", "）", "．", ". "}) {
      Lines lines = lines_of(name);
      for (std::string& line : lines) {
        const std::size_t comma = line.find("、[");
        if (comma < 3 && line.find_first_not_of("0123456789") == comma) {
          line.replace(comma, std::string("、").size(), mark);
        }
      }
      expect_same(name, "rank with " + mark, joined(lines));
    }
  }
}

TEST(Mutations, OfBlankLinesChangeNothing) {
  for (const std::string& name : kDigests) {
    Lines squeezed = lines_of(name);
    std::erase_if(squeezed, is_blank);
    Lines filled = lines_of(name);
    std::ranges::replace_if(filled, is_blank, "\u00a0 \u3000");
    expect_same(name, "blank lines squeezed", joined(squeezed));
    expect_same(name, "blank lines everywhere", joined(lines_of(name), "\n\n"));
    expect_same(name, "no-break blanks in blank lines", joined(filled));
  }
}

TEST(Mutations, OfLabelsAndWatermarksChangeNothing) {
  for (const std::string& name : kDigests) {
    std::string wide = joined(lines_of(name));
    for (const char* label : {"要点", "一句话总结", "摘要", "论文"}) {
      wide = replaced(std::move(wide), std::string(label) + ":\n", std::string(label) + "：\n");
    }
    std::string mixed = joined(lines_of(name));
    for (const char* label : {"要点", "动机", "方法", "优势", "作者", "论文题目", "论文链接",
                              "Abstract", "arXiv", "github", "注"}) {
      mixed = replaced(std::move(mixed), std::string("\n") + label + "：",
                       std::string("\n") + label + ":");
    }
    for (const char* label : {"**Authors**", "**Link**", "**Abstract**"}) {
      mixed = replaced(std::move(mixed), std::string(label) + ":", std::string(label) + "：");
    }
    expect_same(name, "labels of the other width", mixed);
    expect_same(name, "full-width labels", wide);
    Lines without = lines_of(name);
    without.erase(std::remove_if(without.begin() + 1, without.end(), is_legend), without.end());
    expect_same(name, "watermarks removed", joined(without));
    Lines doubled;
    for (const std::string& line : lines_of(name)) {
      doubled.insert(doubled.end(), is_legend(line) ? 2 : 1, line);
    }
    expect_same(name, "watermarks doubled", joined(doubled));
  }
}

/// Calls `mutate` for every line that holds something, with the place of the next such line.
void for_each_line(const Lines& lines,
                   const std::function<void(std::size_t line, std::size_t next)>& mutate) {
  std::vector<std::size_t> full;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_blank(lines[i])) {
      full.push_back(i);
    }
  }
  for (std::size_t i = 0; i < full.size(); ++i) {
    mutate(full[i], i + 1 < full.size() ? full[i + 1] : lines.size());
  }
}

TEST(Mutations, TwoNeighboursOnOneLineAreReadAsTwo) {
  for (const std::string& name : kDigests) {
    const Lines lines = lines_of(name);
    for_each_line(lines, [&](std::size_t line, std::size_t next) {
      for (const char* glue : {"", " "}) {
        if (next < lines.size() && !goes_on(lines[next])) {
          Lines glued(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(line));
          glued.push_back(lines[line] + glue + std::string(text::trim(lines[next])));
          glued.insert(glued.end(), lines.begin() + static_cast<std::ptrdiff_t>(next) + 1,
                       lines.end());
          expect_same(name,
                      "line " + std::to_string(line + 1) + " glued to the next one" +
                          (*glue == ' ' ? " with a blank" : ""),
                      joined(glued));
        }
      }
    });
  }
}

/// How many papers of `before` are in `after` as they were.
std::ptrdiff_t intact(const digest::Digest& before, const digest::Digest& after) {
  return std::ranges::count_if(before.papers, [&after](const Paper& paper) {
    return std::ranges::find(after.papers, paper) != after.papers.end();
  });
}

TEST(Mutations, ALostLineHarmsOneRecordAtMost) {
  for (const std::string& name : kDigests) {
    const Lines lines = lines_of(name);
    const Outcome before = read(joined(lines));
    for_each_line(lines, [&](std::size_t line, std::size_t /*next*/) {
      Lines damaged = lines;
      damaged.erase(damaged.begin() + static_cast<std::ptrdiff_t>(line));

      const Outcome after = read(joined(damaged));

      const std::string what = name + ": without line " + std::to_string(line + 1);
      const std::ptrdiff_t left = intact(before.digest, after.digest);
      // A heading gives all records behind it their category.
      const bool heading =
          before.digest.legend != after.digest.legend && lines[line].starts_with('#');
      EXPECT_TRUE(heading || left + 1 >= std::ssize(before.digest.papers)) << what;
      EXPECT_TRUE(after.claims_are_complete) << what;
      // Nothing tells that a list had one more point.
      const bool last_point = line + 2 < lines.size() && lines[line].starts_with("  ") &&
                              !lines[line + 1].starts_with("  ");
      if (left < std::ssize(before.digest.papers) && !last_point && !heading &&
          !is_optional(lines[line])) {
        EXPECT_GT(after.diagnostics, before.diagnostics) << what << " nothing is reported";
      }
    });
  }
}

}  // namespace
