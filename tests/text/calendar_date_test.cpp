#include "text/calendar_date.hpp"

#include "text/random_text.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

namespace text {
namespace {

using Cases = std::vector<std::pair<std::string, std::string>>;

TEST(MakeDate, KnowsTheCalendar) {
  for (const auto& [year, month, day] : std::vector<std::array<int, 3>>{{2023, 2, 28},
                                                                        {2024, 2, 29},
                                                                        {2000, 2, 29},
                                                                        {2023, 12, 31},
                                                                        {1, 1, 1},
                                                                        {9999, 12, 31},
                                                                        {2023, 2, 0}}) {
    EXPECT_TRUE(make_date(year, month, day)) << year << " " << month << " " << day;
  }
  for (const auto& [year, month, day] : std::vector<std::array<int, 3>>{{2023, 2, 29},
                                                                        {1900, 2, 29},
                                                                        {2023, 4, 31},
                                                                        {2023, 0, 1},
                                                                        {2023, 13, 1},
                                                                        {2023, 1, 32},
                                                                        {2023, 1, -1},
                                                                        {2023, -1, 1},
                                                                        {0, 1, 1},
                                                                        {-5, 1, 1},
                                                                        {10000, 1, 1},
                                                                        {2023, 0, 0}}) {
    EXPECT_FALSE(make_date(year, month, day)) << year << " " << month << " " << day;
  }
}

TEST(CalendarDate, KnowsHowMuchIsKnown) {
  EXPECT_EQ(CalendarDate{}.precision(), DatePrecision::none);
  EXPECT_EQ((CalendarDate{2023, 2, 0}.precision()), DatePrecision::month);
  EXPECT_EQ((CalendarDate{2023, 2, 8}.precision()), DatePrecision::day);
}

TEST(CalendarDate, IsOrderedByTime) {
  EXPECT_LT(CalendarDate{}, (CalendarDate{2023, 2, 0}));
  EXPECT_LT((CalendarDate{2023, 2, 0}), (CalendarDate{2023, 2, 1}));
  EXPECT_LT((CalendarDate{2023, 2, 28}), (CalendarDate{2023, 3, 0}));
  EXPECT_LT((CalendarDate{2022, 12, 31}), (CalendarDate{2023, 1, 1}));
}

TEST(ParseIsoDate, ReadsDaysAndMonthsOnly) {
  for (const char* iso : {"2023-02-08", "2023-02", "0001-01-01", "9999-12"}) {
    const auto date = parse_iso_date(iso);
    ASSERT_TRUE(date) << iso;
    EXPECT_EQ(to_iso(*date), iso);
  }
  for (const char* text :
       {"",          "2023",        "2023-",       "2023-2",           "2023-02-",
        "2023-02-8", "2023-02-00",  "2023-13-01",  "2023-02-30",       "2023/02/08",
        "20230208",  "2023-02-08 ", " 2023-02-08", "2023-02-08T00:00", "2023-02/08",
        "2023/02",   "-023-02-08",  "+023-02-08",  "2023-0a-08",       "２０２３-02-08",
        "0000-01"}) {
    EXPECT_FALSE(parse_iso_date(text)) << text;
  }
}

TEST(FindDate, FindsTheFirstDateInAText) {
  const Cases cases = {
      {"2023-02-08", "2023-02-08"},
      {"20230208", "2023-02-08"},
      {"2023_02_08", "2023-02-08"},
      {"2023.02.08", "2023-02-08"},
      {"2023/02/08", "2023-02-08"},
      {"digest-2023-02-08.txt", "2023-02-08"},
      {"爱可可 2023-02-08 论文", "2023-02-08"},
      {"v2 20230208a", "2023-02-08"},
      {"2023-02-30 2023-03-01", "2023-03-01"},
      {"2024-02-29", "2024-02-29"},
      {"a2023-02-08b2024-01-01", "2023-02-08"},
      {"", ""},
      {"2023-02", ""},
      {"2023-2-8", ""},
      {"2023-02/08", ""},
      {"2023-0208", ""},
      {"202302-08", ""},
      {"12023-02-08", ""},
      {"2023-02-081", ""},
      {"120230208", ""},
      {"202302081", ""},
      {"1899-12-31", ""},
      {"2200-01-01", ""},
      {"20231301", ""},
      {"20230200", ""},
      {"arXiv 2302.02801", ""},
      {"2023-02-", ""},
      {"2023-", ""},
  };
  for (const auto& [text, iso] : cases) {
    const auto date = find_date(text);
    EXPECT_EQ(date ? to_iso(*date) : "", iso) << text;
  }
}

TEST(FindDate, LivesWithAnyBytes) {
  RandomText random;
  for (int i = 0; i < 3000; ++i) {
    std::string text = random.bytes(10) + "2023";
    for (int j = 0; j < 8; ++j) {
      text += "0123456789-_./"[random.next(14)];
    }
    if (const auto date = find_date(text)) {
      EXPECT_EQ(make_date(date->year, date->month, date->day), date) << text;
    }
    static_cast<void>(parse_iso_date(text));
  }
}

TEST(ToIso, IsEmptyWithoutADate) {
  EXPECT_EQ(to_iso({}), "");
  EXPECT_EQ(to_iso({.year = 7, .month = 1, .day = 2}), "0007-01-02");
}

TEST(CalendarDate, KnowsWeekdaysAndMonthLengths) {
  EXPECT_EQ(weekday_of({2023, 2, 8}), 2);
  EXPECT_EQ(weekday_of({2023, 2, 6}), 0);
  EXPECT_EQ(weekday_of({2024, 2, 25}), 6);
  EXPECT_EQ(weekday_of({1970, 1, 1}), 3);
  EXPECT_EQ(days_in_month(2023, 2), 28);
  EXPECT_EQ(days_in_month(2024, 2), 29);
  EXPECT_EQ(days_in_month(2023, 4), 30);
  EXPECT_EQ(days_in_month(2023, 12), 31);
}

const std::vector<std::string> kWeekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                            "Friday", "Saturday", "Sunday"};
const std::vector<std::string> kWeekdaysShort = {"一", "二", "三", "四", "五", "六", "日"};
const std::vector<std::string> kMonths = {"January", "February"};

TEST(FormatDate, ReplacesEachConversion) {
  const CalendarDate date{2023, 2, 8};
  const DateNames names{.weekdays = kWeekdays,
                        .weekdays_short = kWeekdaysShort,
                        .months = kMonths,
                        .months_short = {}};
  const Cases cases = {
      {"", ""},
      {"%Y-%m-%d", "2023-02-08"},
      {"%y", "23"},
      {"%-m/%-d/%-y", "2/8/23"},
      {"%e", "8"},
      {"%A, %B %e, %Y", "Wednesday, February 8, 2023"},
      {"%Y年%-m月%-d日 周%a", "2023年2月8日 周三"},
      {"%b", "2"},
      {"%j %-j", "039 39"},
      {"%u", "3"},
      {"100%%", "100%"},
      {"%%Y", "%Y"},
      {"%q %H", "%q %H"},
      {"%-q", "%-q"},
      {"%", "%"},
      {"%-", "%-"},
      {"%中", "%中"},
  };
  for (const auto& [pattern, text] : cases) {
    EXPECT_EQ(format_date(date, pattern, names), text) << pattern;
  }
}

TEST(FormatDate, PrintsNumbersWhereNamesAreMissing) {
  EXPECT_EQ(format_date({2023, 12, 31}, "%A %a %B %b", {}), "7 7 12 12");
  EXPECT_EQ(format_date({2023, 12, 31}, "%B", {.months = kMonths}), "12");
}

TEST(FormatDate, LeavesWhatAMonthDoesNotKnow) {
  EXPECT_EQ(format_date({2023, 2, 0}, "%Y-%m", {}), "2023-02");
  EXPECT_EQ(format_date({2023, 2, 0}, "%d %e %-d %A %a %u %j", {}), "%d %e %-d %A %a %u %j");
}

}  // namespace
}  // namespace text
