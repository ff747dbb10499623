#include "config/interface_strings.hpp"

#include <gtest/gtest.h>

namespace {

TEST(ParseInterfaceStrings, ReadsTextsAndNames) {
  const text::SourceText source("strings/en.yaml",
                                "papers: \"Papers\"\nweekdays: [Monday, Tuesday]\n");

  const auto [strings, diagnostics] = config::parse_interface_strings(source);

  EXPECT_TRUE(diagnostics.empty());
  ASSERT_NE(strings.find("papers"), nullptr);
  EXPECT_EQ(*strings.find("papers"), "Papers");
  EXPECT_EQ(strings.find("paper"), nullptr);
  EXPECT_EQ(strings.weekdays.size(), 2U);
}

TEST(ParseInterfaceStrings, ReportsWhatIsNoText) {
  const text::SourceText source("strings/en.yaml", "papers: 12\n");

  const auto [strings, diagnostics] = config::parse_interface_strings(source);

  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].code, "config/wrong-type");
}

}  // namespace
