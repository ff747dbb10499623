#include "digest/parse_format.hpp"

#include "digest/case_files.hpp"
#include "digest/format_library.hpp"
#include "digest/parse_digest.hpp"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <memory>

namespace {

using digest::Format;
using digest::parse_format;

TEST(BuiltinFormats, AreSoundAndInTheOrderOfTheirPriority) {
  const std::span<const Format> formats = digest::builtin_formats();

  std::vector<std::string> names;
  for (const Format& format : formats) {
    names.push_back(format.name);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"acl_anthology", "weekly_table", "key_points",
                                             "one_paragraph", "saved_page"}));
  EXPECT_TRUE(digest::read_formats({}).diagnostics.empty());
  for (const Format& format : formats) {
    EXPECT_EQ(format.table.has_value(), format.reader == digest::Reader::table) << format.name;
    EXPECT_EQ(format.page.has_value(), format.reader == digest::Reader::page) << format.name;
    EXPECT_EQ(format.records.has_value(), format.reader == digest::Reader::records) << format.name;
    if (format.reader != digest::Reader::lines) {
      continue;
    }
    EXPECT_FALSE(format.openers.empty()) << format.name;
    EXPECT_FALSE(format.noise.empty()) << format.name;
    EXPECT_FALSE(format.featured.empty()) << format.name;
  }
}

/// The first block of `language` behind the heading "Format files" of docs/digest_format.md.
std::string documented(const std::string& language) {
  const std::string docs = digest_tests::read_file(std::filesystem::path(SITEGEN_PROJECT_DIR) /
                                                   "docs" / "digest_format.md");
  const std::string fence = "\n\n```" + language + "\n";
  const std::size_t start = docs.find(fence, docs.find("## Format files")) + fence.size();
  return docs.substr(start, docs.find("```", start) - start);
}

TEST(ParseFormat, ReadsTheExampleOfItsDocumentation) {
  std::vector<std::unique_ptr<text::SourceText>> files;
  std::vector<const text::SourceText*> library;
  for (const char* name : {"series", "notes"}) {
    const std::string path = std::string(SITEGEN_PROJECT_DIR) + "/generator/digest/formats/";
    files.push_back(std::make_unique<text::SourceText>(
        std::string(name) + ".yaml", name == std::string("notes")
                                         ? documented("yaml")
                                         : digest_tests::read_file(path + name + ".yaml")));
    library.push_back(files.back().get());
  }
  const auto [format, problems] = parse_format(*library[1], library);
  ASSERT_TRUE(problems.empty()) << problems[0].message;
  const std::array formats = {format.format};
  const text::SourceText source("2023-01-20.txt", documented(""));
  digest::DigestOptions options;
  options.formats = formats;

  const auto [parsed, diagnostics] = digest::parse_digest(source, options);

  EXPECT_TRUE(diagnostics.empty());
  ASSERT_EQ(parsed.digest.papers.size(), 1U);
  const digest::Paper& paper = parsed.digest.papers[0];
  EXPECT_EQ(paper.title, "Counting Slowly");
  EXPECT_EQ(paper.title_zh, "慢慢数");
  EXPECT_EQ(paper.motivation, "数得太快。");
  EXPECT_EQ(paper.tldr, "慢慢数更准。");
  EXPECT_EQ(paper.abstract_zh, "本文讨论怎样数得更准。");
  EXPECT_TRUE(paper.abstract.starts_with("Counting slowly"));
}

/// A layout that the program has never seen, described by a user.
TEST(ParseFormat, MakesANewLayoutReadable) {
  const text::SourceText yaml("formats/notes.yaml", R"(
title: notes with labels
priority: 50
recognise:
  line_edges: ["题目："]
record:
  openers: ["({code}) 题目："]
labels:
  "结论：": tldr
  "动机：": motivation
parts:
  featured:
    - names: authors
    - chinese: abstract_zh
    - address: url
  also:
    - names: authors
    - chinese: abstract_zh
    - address: url
names:
  author_separators: [";"]
)");
  const auto [format, problems] = parse_format(yaml, {});
  ASSERT_TRUE(problems.empty());
  const std::array formats = {format.format};
  const text::SourceText source("2023-01-20.txt",
                                "题目：\n(LG) 题目：Counting Slowly\nAnna Bee; Carl Dee\n"
                                "结论：慢慢数更准。\n动机:数得太快。\n正文在这里。\n"
                                "https://example.org/a\n");
  digest::DigestOptions options;
  options.formats = formats;

  const digest::ParsedDigest parsed = digest::parse_digest(source, options).value;

  EXPECT_EQ(parsed.format_name, "notes");
  ASSERT_EQ(parsed.digest.papers.size(), 1U);
  const digest::Paper& paper = parsed.digest.papers[0];
  EXPECT_EQ(paper.title, "Counting Slowly");
  EXPECT_EQ(paper.category, "LG");
  EXPECT_EQ(paper.authors, (std::vector<std::string>{"Anna Bee", "Carl Dee"}));
  EXPECT_EQ(paper.tldr, "慢慢数更准。");
  EXPECT_EQ(paper.motivation, "数得太快。");
  EXPECT_EQ(paper.abstract_zh, "正文在这里。");
}

TEST(ParseFormat, ReportsWhatItDoesNotKnow) {
  const text::SourceText yaml(
      "formats/bad.yaml",
      "recognise:\n  opener: true\nlabel:\n  a: b\nlabels:\n  \"x:\": sumary\n"
      "record:\n  openers: [\"{open\"]\nextends: nothing\n");

  const auto [format, problems] = parse_format(yaml, {});

  ASSERT_EQ(problems.size(), 4U);
  for (const diagnostics::Diagnostic& problem : problems) {
    EXPECT_EQ(problem.code, "digest/bad-format") << problem.message;
    EXPECT_GT(problem.where.line, 0) << problem.message;
  }
}

TEST(ParseFormat, LaysAFormatOverTheOneItExtends) {
  const text::SourceText base("formats/base.yaml", "noise:\n  a: one\n  b: two\ntitle: base\n");
  const text::SourceText child("formats/child.yaml",
                               "extends: base\nrecognise:\n  opener: true\nnoise:\n  b: three\n");
  const std::array<const text::SourceText*, 2> library = {&base, &child};

  const auto [parsed, problems] = parse_format(child, library);

  EXPECT_TRUE(problems.empty());
  EXPECT_FALSE(parsed.is_abstract);
  EXPECT_TRUE(parse_format(base, library).value.is_abstract);
  ASSERT_EQ(parsed.format.noise.size(), 2U);
  EXPECT_EQ(parsed.format.noise[1].pattern.text(), "three");
  EXPECT_EQ(parsed.format.title, "base");
}

TEST(ParseFormat, EndsWhereFormatsExtendEachOther) {
  const text::SourceText a("formats/a.yaml", "extends: b\n");
  const text::SourceText b("formats/b.yaml", "extends: a\n");
  const std::array<const text::SourceText*, 2> library = {&a, &b};

  EXPECT_FALSE(parse_format(a, library).diagnostics.empty());
}

}  // namespace
