#include "serve/problem_page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace serve {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Severity;
using testing::HasSubstr;
using testing::Not;

TEST(ProblemPage, ShowsEachDiagnosticAsText) {
  const std::vector<Diagnostic> problems = {
      {.code = "a/b", .where = {"x.txt", 1, 2}, .message = "<script>alert(1)</script>"},
      {.severity = Severity::warning,
       .code = "c/d",
       .message = "second",
       .source_line = "\x01\xff"},
  };

  const std::string page = problem_page("Title <1>", problems);

  EXPECT_THAT(page, HasSubstr("<title>Title &lt;1&gt;</title>"));
  EXPECT_THAT(page, HasSubstr("<pre class=\"error\">x.txt:1:2: error: &lt;script&gt;alert(1)"));
  EXPECT_THAT(page, HasSubstr("<pre class=\"warning\">warning: second [c/d]"));
  EXPECT_THAT(page, Not(HasSubstr("<script>")));
  EXPECT_EQ(page.find('\x01'), std::string::npos);
}

TEST(ProblemPage, HasNoInlineScriptOrStyle) {
  const std::string page = problem_page("Title", {});

  EXPECT_THAT(page, Not(HasSubstr("<style")));
  EXPECT_THAT(page, Not(HasSubstr("style=")));
  EXPECT_THAT(page, HasSubstr("href=\"/__sitegen/problems.css\""));
}

}  // namespace
}  // namespace serve
