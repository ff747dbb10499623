#include "commands/report.hpp"

#include <gtest/gtest.h>

namespace {

using commands::exit_status_of;
using commands::Strict;
using diagnostics::Diagnostic;
using diagnostics::Severity;

const Diagnostic kWarning = {.severity = Severity::warning, .code = "digest/no-date"};
const Diagnostic kContentError = {.code = "digest/missing-title",
                                  .where = {.path = "content/a.txt"}};
const Diagnostic kConfigError = {.code = "config/unknown-key", .where = {.path = "site.yaml"}};

TEST(ExitStatusOf, FollowsTheWorstThatWasSaid) {
  EXPECT_EQ(exit_status_of({}, Strict::no), 0);
  EXPECT_EQ(exit_status_of({kWarning}, Strict::no), 0);
  EXPECT_EQ(exit_status_of({kWarning}, Strict::yes), 1);
  EXPECT_EQ(exit_status_of({kWarning, kContentError}, Strict::no), 1);
  EXPECT_EQ(exit_status_of({kContentError, kConfigError}, Strict::no), 2);
}

TEST(CountInWords, CountsBySeverity) {
  EXPECT_EQ(commands::count_in_words({}), "");
  EXPECT_EQ(commands::count_in_words({kWarning}), "1 warning");
  EXPECT_EQ(commands::count_in_words({kWarning, kContentError, kConfigError}),
            "2 errors, 1 warning");
}

TEST(Plural, KnowsTheWordsThatItMeets) {
  EXPECT_EQ(commands::plural(1, "day"), "1 day");
  EXPECT_EQ(commands::plural(2, "day"), "2 days");
  EXPECT_EQ(commands::plural(2, "category"), "2 categories");
  EXPECT_EQ(commands::plural(0, "paper"), "0 papers");
}

}  // namespace
