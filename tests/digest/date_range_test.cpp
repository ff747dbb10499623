#include "digest/date_range.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

using digest::DateRange;
using digest::infer_years;
using digest::parse_date_range;

std::string shown(const text::CalendarDate& date) {
  return std::to_string(date.year) + "-" + std::to_string(date.month) + "-" +
         std::to_string(date.day);
}

/// `first..last`, or `last`, or an empty text.
std::string read(std::string_view text) {
  const auto range = parse_date_range(text);
  if (!range) {
    return {};
  }
  return (range->is_range() ? shown(range->first) + ".." : "") + shown(range->last);
}

TEST(ParseDateRange, ReadsTheFormsOfHeadings) {
  EXPECT_EQ(read("June 23 - June 29"), "0-6-23..0-6-29");
  EXPECT_EQ(read("May 22-28"), "0-5-22..0-5-28");
  EXPECT_EQ(read("Feb 27-Mar 5"), "0-2-27..0-3-5");
  EXPECT_EQ(read("Feb 13 - 19"), "0-2-13..0-2-19");
  EXPECT_EQ(read("July 3 – 9, 2023"), "2023-7-3..2023-7-9");
  EXPECT_EQ(read("Dec 30, 2024 – Jan 5, 2025"), "2024-12-30..2025-1-5");
  EXPECT_EQ(read("December 30 - January 5 2025"), "2024-12-30..2025-1-5");
  EXPECT_EQ(read("3 to 9 July 2023"), "2023-7-3..2023-7-9");
  EXPECT_EQ(read("2023-02-06 to 2023-02-12"), "2023-2-6..2023-2-12");
  EXPECT_EQ(read("2023.02.06-2023.02.12"), "2023-2-6..2023-2-12");
  EXPECT_EQ(read("2023年2月6日-12日"), "2023-2-6..2023-2-12");
  EXPECT_EQ(read("8th of February, 2023"), "2023-2-8");
  EXPECT_EQ(read("2023-02-08"), "2023-2-8");
  EXPECT_EQ(read("March 2023"), "2023-3-0");
}

TEST(ParseDateRange, RefusesEverythingElse) {
  for (const char* text : {"", "2023", "Feb 30 2023", "Survey of May 3", "Jan 1 - 2 - 3", "- May 3",
                           "1 2 3", "May", "13/13/2023", "Deep learning"}) {
    EXPECT_EQ(read(text), "") << text;
  }
  EXPECT_EQ(read(std::string(1000, '1')), "");
}

std::vector<std::string> inferred(const std::vector<std::string>& texts) {
  std::vector<DateRange> ranges;
  for (const std::string& text : texts) {
    ranges.push_back(parse_date_range(text).value());
  }
  infer_years(ranges);
  std::vector<std::string> days;
  for (const DateRange& range : ranges) {
    days.push_back(shown(range.last));
  }
  return days;
}

TEST(InferYears, GoesBackFromTheNewestOrForwardFromTheOldest) {
  EXPECT_EQ(
      inferred(
          {"Jan 1 - Jan 7 2024", "Dec 25 - Dec 31", "Dec 18 - 24", "Jan 2 - 8", "Dec 26 - Jan 1"}),
      (std::vector<std::string>{"2024-1-7", "2023-12-31", "2023-12-24", "2023-1-8", "2023-1-1"}));
  EXPECT_EQ(inferred({"Dec 18 - 24", "Dec 25 - 31", "Jan 1 - Jan 7, 2024", "Jan 8 - 14"}),
            (std::vector<std::string>{"2023-12-24", "2023-12-31", "2024-1-7", "2024-1-14"}));
  EXPECT_EQ(inferred({"May 1 - 7", "April 24 - 30"}),
            (std::vector<std::string>{"0-5-7", "0-4-30"}));
}

}  // namespace
