#include "digest/parse_format.hpp"

#include "digest/case_files.hpp"
#include "digest/format_library.hpp"
#include "digest/parse_digest.hpp"
#include "digest/test_formats.hpp"

#include <gtest/gtest.h>

#include <algorithm>
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
  EXPECT_EQ(names, (std::vector<std::string>{"acl_anthology", "glued_points", "weekly_table",
                                             "headed_titles", "labelled_titles", "quoted_titles",
                                             "key_points", "one_paragraph", "saved_page"}));
  EXPECT_TRUE(digest::read_formats({}).diagnostics.empty());
  for (const Format& format : formats) {
    EXPECT_EQ(format.table.has_value(), format.reader == digest::Reader::table) << format.name;
    EXPECT_EQ(format.page.has_value(), format.reader == digest::Reader::page) << format.name;
    EXPECT_EQ(format.records.has_value(), format.reader == digest::Reader::records) << format.name;
    if (format.reader != digest::Reader::lines) {
      continue;
    }
    EXPECT_FALSE(format.openers.empty()) << format.name;
    EXPECT_FALSE(format.featured_promises.empty()) << format.name;
  }
}

/// The program's own formats say nothing that it does not understand.
TEST(BuiltinFormats, AreReadWithoutAComplaint) {
  const std::filesystem::path folder =
      std::filesystem::path(SITEGEN_PROJECT_DIR) / "generator" / "digest" / "formats";
  std::vector<std::unique_ptr<text::SourceText>> files;
  std::vector<const text::SourceText*> library;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(std::make_unique<text::SourceText>(entry.path().filename().string(),
                                                       digest_tests::read_file(entry.path())));
    library.push_back(files.back().get());
  }
  for (const text::SourceText* file : library) {
    for (const auto& problem : parse_format(*file, library).diagnostics) {
      ADD_FAILURE() << file->path() << ":" << problem.where.line << ": " << problem.message;
    }
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
  const std::string yaml = documented("yaml");
  EXPECT_LE(std::ranges::count(yaml, '\n'), 40);
  const digest_tests::FormatLibrary library("reading-group.yaml", yaml);
  ASSERT_TRUE(library.diagnostics().empty()) << library.diagnostics()[0].message;
  const text::SourceText source("list.md", documented(""));
  digest::DigestOptions options;
  options.formats = library.formats();

  const auto [parsed, diagnostics] = digest::parse_digest(source, options);

  EXPECT_TRUE(diagnostics.empty()) << diagnostics[0].message;
  EXPECT_EQ(parsed.format_name, "reading-group");
  EXPECT_EQ(parsed.digest.date, (text::CalendarDate{2024, 3, 11}));
  ASSERT_EQ(parsed.digest.papers.size(), 2U);
  const digest::Paper& paper = parsed.digest.papers[0];
  EXPECT_EQ(paper.title, "Counting Birds (and Other Things) in Fog");
  EXPECT_EQ(paper.authors, (std::vector<std::string>{"Anna Bee", "Carl Dee", "Eve Fox"}));
  EXPECT_EQ(paper.category, "Vision");
  EXPECT_EQ(paper.venue, "CVPR 2024");
  EXPECT_EQ(paper.remark, "because of figure 3");
  EXPECT_EQ(paper.abstract, "Birds are hard to count. We count them. A second line goes on.");
  EXPECT_EQ(paper.links, (std::vector<digest::Link>{{"Code", "https://github.com/example/birds"}}));
  EXPECT_TRUE(parsed.digest.papers[1].authors_truncated);
  EXPECT_EQ(parsed.digest.papers[1].arxiv_id, "2403.00102");
}

/// What a user of the documentation may get wrong is said where it stands.
TEST(ParseFormat, SaysWhereSomethingIsWrongAndWhatMayBeMeant) {
  const std::string yaml =
      "title: a\nrecognise:\n  openers: true\nrecord:\n  openers: [\"{rank}. {titel}\"]\n"
      "  headings: [\"{a}{b}\"]\nlabels:\n  Author: autors\npromises: [abstrat]\n"
      "markdown: [links, bold]\npriority: high\nextends: labeled\nnoise: [a]\n";
  const digest_tests::FormatLibrary library("a.yaml", yaml);

  std::vector<std::string> said;
  for (const diagnostics::Diagnostic& problem : library.diagnostics()) {
    EXPECT_EQ(problem.code, "digest/bad-format");
    said.push_back(std::to_string(problem.where.line) + ":" + std::to_string(problem.where.column) +
                   " " + problem.remedy);
  }

  const std::vector<std::string> expected = {
      "12:10 did you mean \"labelled\"?",
      "11:1 write a whole number such as 50",
      "10:19 write `true`, or some of `quotes`, `emphasis`, `links`",
      "3:3 did you mean \"opener\"?",
      "8:11 did you mean \"authors\"?",
      "5:22 did you mean \"title\"?",
      "6:15 close each { with }, and put text between two placeholders",
      "9:12 did you mean \"abstract\"?",
      "13:1 write one `name: \"pattern\"` a line"};
  EXPECT_EQ(said, expected);
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

/// Lines are compared with marks of either width alike; cells and pages are taken as written.
TEST(ParseFormat, KeepsFullWidthMarksWhereTextsAreComparedAsWritten) {
  const text::SourceText table(
      "formats/t.yaml",
      "reader: table\ntable:\n  headings: [\"第{rank}期（{title}）\"]\n"
      "  columns: {Title: title}\n  url_labels: [\"论文：\"]\nnoise: {tail: \"（完）\"}\n");
  const text::SourceText page("formats/p.yaml",
                              "reader: page\nrecognise: {contains: \"来源：\"}\npage: {}\n");

  const auto [from_table, table_problems] = parse_format(table, {});
  const auto [from_page, page_problems] = parse_format(page, {});

  EXPECT_TRUE(table_problems.empty());
  EXPECT_TRUE(page_problems.empty());
  ASSERT_TRUE(from_table.format.table && from_page.format.page);
  ASSERT_EQ(from_table.format.table->headings.size(), 1U);
  EXPECT_EQ(from_table.format.table->headings[0].text(), "第{rank}期（{title}）");
  EXPECT_EQ(from_table.format.table->url_labels, std::vector<std::string>{"论文："});
  EXPECT_EQ(from_table.format.noise[0].pattern.text(), "(完)");
  EXPECT_EQ(from_page.format.page->recognise_contains, std::vector<std::string>{"来源："});
}

/// A word of a reader's part is looked for in that part, not from the beginning of the file.
TEST(ParseFormat, SaysInWhichPartOfAReaderSomethingIsWrong) {
  const text::SourceText yaml("formats/t.yaml",
                              "title: mood and rank\nreader: table\ntable:\n  digests: rank\n"
                              "  columns: {Title: title, Mood: mood, Empty: \"\"}\n");
  std::vector<std::string> said;
  for (const diagnostics::Diagnostic& problem : parse_format(yaml, {}).diagnostics) {
    said.push_back(std::to_string(problem.where.line) + ":" + std::to_string(problem.where.column) +
                   " " + problem.message);
  }
  EXPECT_EQ(said, (std::vector<std::string>{"4:12 `digests` is one of file, heading and date",
                                            "5:33 a table has no field \"mood\"",
                                            "5:39 this column fills no field"}));
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
