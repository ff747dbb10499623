#include "diagnostics/show_diagnostic.hpp"

#include "text/random_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace diagnostics {
namespace {

std::string shown(const Diagnostic& diagnostic) {
  return show_diagnostic(diagnostic, Colour::no);
}

/// The source line and the caret line of a diagnostic at `column`.
std::string excerpt(const std::string& line, int column) {
  const std::string text =
      shown({.code = "a/b", .where = {"f", 1, column}, .message = "m", .source_line = line});
  return text.substr(text.find('\n') + 1);
}

TEST(ShowDiagnostic, ShowsPlaceExcerptRemedyAndNotes) {
  const Diagnostic diagnostic{
      .severity = Severity::error,
      .code = "jinja/unknown-filter",
      .where = {"templates/day.html", 3, 12},
      .message = "there is no filter \"uper\"",
      .remedy = "did you mean \"upper\"?",
      .source_line = "{{ title | uper }}",
      .notes = {{{"templates/base.html", 1, 1}, "included from here"}, {{}, "while building /a/"}}};

  EXPECT_EQ(shown(diagnostic),
            "templates/day.html:3:12: error: there is no filter \"uper\" [jinja/unknown-filter]\n"
            "    {{ title | uper }}\n"
            "               ^\n"
            "  help: did you mean \"upper\"?\n"
            "  templates/base.html:1:1: included from here\n"
            "  while building /a/\n");
}

TEST(ShowDiagnostic, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(shown({.code = "a/b", .message = "m"}), "error: m [a/b]\n");
  EXPECT_EQ(
      shown({.severity = Severity::warning, .code = "a/b", .where = {"f", 0, 0}, .message = "m"}),
      "f: warning: m [a/b]\n");
  EXPECT_EQ(shown({.code = "a/b", .where = {"f", 7, 0}, .message = "m", .source_line = "line"}),
            "f:7: error: m [a/b]\n    line\n");
}

TEST(ShowDiagnostic, ColoursOnRequest) {
  const Diagnostic diagnostic{.severity = Severity::warning,
                              .code = "a/b",
                              .where = {"f", 1, 0},
                              .message = "m",
                              .remedy = "r"};

  EXPECT_EQ(show_diagnostic(diagnostic, Colour::yes),
            "\x1b[1mf:1: \x1b[0m\x1b[1;35mwarning: \x1b[0m\x1b[1mm\x1b[0m [a/b]\n"
            "\x1b[36m  help: \x1b[0mr\n");
}

TEST(ShowDiagnostic, PutsTheCaretBelowTheCharacter) {
  struct Case {
    std::string line;
    int column;
    std::string excerpt;
  };

  const std::vector<Case> cases = {
      {"abc", 1, "    abc\n    ^\n"},
      {"abc", 3, "    abc\n      ^\n"},
      {"abc", 4, "    abc\n       ^\n"},
      {"abc", 99, "    abc\n       ^\n"},
      {"\tab", 3, "    \tab\n    \t ^\n"},
      {"中文b", 7, "    中文b\n        ^\n"},
      {"标题：x", 10, "    标题：x\n          ^\n"},
      {"é́x", 5, "    é́x\n     ^\n"},
      {"😀x", 5, "    😀x\n      ^\n"},
      {"ｱx", 4, "    ｱx\n     ^\n"},
      // inside a character: below that character
      {"中b", 2, "    中b\n    ^\n"},
      // what must not reach a terminal
      {"a\x1b[31mb", 8, "    a\xEF\xBF\xBD[31mb\n           ^\n"},
      {"\xFF\xFEx", 3, "    \xEF\xBF\xBD\xEF\xBF\xBDx\n      ^\n"},
      {"\xEE\x80\x80x", 4, "    \xEF\xBF\xBDx\n     ^\n"},
  };
  for (const Case& a_case : cases) {
    EXPECT_EQ(excerpt(a_case.line, a_case.column), a_case.excerpt)
        << a_case.line << " " << a_case.column;
  }
}

TEST(ShowDiagnostic, CutsLongLinesRoundTheColumn) {
  const std::string line = std::string(300, 'a') + "X" + std::string(300, 'b');

  EXPECT_EQ(excerpt(line, 1), "    " + std::string(160, 'a') + "…\n    ^\n");
  EXPECT_EQ(excerpt(line, 301), "    …" + std::string(80, 'a') + "X" + std::string(79, 'b') +
                                    "…\n     " + std::string(80, ' ') + "^\n");
  EXPECT_EQ(excerpt(line, 601),
            "    …" + std::string(81, 'b') + "\n     " + std::string(80, ' ') + "^\n");
  EXPECT_EQ(excerpt("short", 500), "    short\n         ^\n");
  EXPECT_EQ(excerpt(std::string(160, 'a'), 5), "    " + std::string(160, 'a') + "\n        ^\n");
}

TEST(ShowDiagnostic, CutsLongLinesBetweenCharacters) {
  std::string line;
  for (int i = 0; i < 200; ++i) {
    line += "中";
  }
  const std::string text = excerpt(line, 302);

  EXPECT_FALSE(text::first_malformed(text));
  EXPECT_EQ(text.find("\xEF\xBF\xBD"), std::string::npos);
  EXPECT_TRUE(text.starts_with("    …中")) << text;
  EXPECT_TRUE(text.find("中…\n") != std::string::npos) << text;
}

TEST(ShowDiagnostic, IsOneLineForEachPartWhateverTheTextsHold) {
  const Diagnostic diagnostic{.code = "a/b",
                              .where = {"f\x1b[2J\nforged", 1, 0},
                              .message = "one\ntwo\r\n\x1b[31mthree\x07 \xFF",
                              .remedy = "do\nthis",
                              .notes = {{{},
                                         "note\n\x9B"
                                         "2J"}}};

  EXPECT_EQ(shown(diagnostic),
            "f[2J forged:1: error: one two [31mthree \xEF\xBF\xBD [a/b]\n"
            "  help: do this\n"
            "  note \xEF\xBF\xBD"
            "2J\n");
}

TEST(ShowDiagnostic, LivesWithAnyLineAndColumn) {
  text::RandomText random;
  for (int i = 0; i < 3000; ++i) {
    const std::string line = random.bytes(random.next(400));
    const auto column = static_cast<int>(random.next(700));
    const std::string text =
        shown({.code = "a/b", .where = {"f", 1, column}, .message = "m", .source_line = line});

    EXPECT_FALSE(text::first_malformed(text));
    EXPECT_LE(text.size(), 1500U);
  }
}

TEST(DiagnosticToJson, IsOneObject) {
  const Diagnostic diagnostic{.severity = Severity::warning,
                              .code = "a/b",
                              .where = {"f\"x", 3, 7},
                              .message = "m\n",
                              .remedy = "r",
                              .source_line = "中",
                              .notes = {{{"g", 1, 0}, "n"}, {{}, "o"}}};

  EXPECT_EQ(diagnostic_to_json(diagnostic),
            R"({"severity":"warning","code":"a/b","path":"f\"x","line":3,"column":7,)"
            R"("message":"m\n","remedy":"r","source_line":"中","notes":[)"
            R"({"path":"g","line":1,"column":0,"message":"n"},)"
            R"({"path":"","line":0,"column":0,"message":"o"}]})");
  EXPECT_EQ(diagnostic_to_json({}),
            R"({"severity":"error","code":"","path":"","line":0,"column":0,)"
            R"("message":"","remedy":"","source_line":"","notes":[]})");
}

}  // namespace
}  // namespace diagnostics
