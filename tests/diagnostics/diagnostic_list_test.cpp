#include "diagnostics/diagnostic_list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace diagnostics {
namespace {

using testing::ElementsAre;

Diagnostic at(const std::string& path, int line, int column, const std::string& code) {
  return {.code = code, .where = {path, line, column}, .message = "m"};
}

std::vector<std::string> codes(const std::vector<Diagnostic>& list) {
  std::vector<std::string> result;
  for (const Diagnostic& diagnostic : list) {
    result.push_back(diagnostic.code);
  }
  return result;
}

TEST(CountBySeverity, CountsErrorsAndWarnings) {
  const std::vector<Diagnostic> list = {{.severity = Severity::error},
                                        {.severity = Severity::warning},
                                        {.severity = Severity::warning}};

  EXPECT_EQ(count_by_severity({}).errors, 0U);
  EXPECT_EQ(count_by_severity(list).errors, 1U);
  EXPECT_EQ(count_by_severity(list).warnings, 2U);
}

TEST(SortAndDeduplicate, SortsByPlaceThenCode) {
  std::vector<Diagnostic> list = {at("b", 1, 1, "5"), at("a", 10, 1, "4"), at("a", 9, 2, "3"),
                                  at("a", 9, 1, "2"), at("a", 9, 1, "1"),  at("", 0, 0, "0")};

  sort_and_deduplicate(list);

  EXPECT_THAT(codes(list), ElementsAre("0", "1", "2", "3", "4", "5"));
}

TEST(SortAndDeduplicate, DropsOnlyWhatIsSaidTwice) {
  Diagnostic other_remedy = at("a", 1, 1, "x");
  other_remedy.remedy = "do this";
  std::vector<Diagnostic> list = {at("a", 1, 1, "x"), other_remedy, at("a", 1, 1, "x")};

  sort_and_deduplicate(list);

  EXPECT_EQ(list.size(), 2U);
}

TEST(SortAndDeduplicate, GivesTheSameListForEveryOrder) {
  std::vector<Diagnostic> list = {at("a", 1, 1, "x"), at("a", 1, 1, "y"), at("b", 1, 1, "x")};
  std::vector<Diagnostic> reversed(list.rbegin(), list.rend());

  sort_and_deduplicate(list);
  sort_and_deduplicate(reversed);

  EXPECT_EQ(list, reversed);
}

TEST(Append, KeepsTheOrder) {
  std::vector<Diagnostic> list = {at("a", 1, 1, "1")};

  append(list, {at("a", 1, 1, "2"), at("a", 1, 1, "3")});
  append(list, {});

  EXPECT_THAT(codes(list), ElementsAre("1", "2", "3"));
}

}  // namespace
}  // namespace diagnostics
