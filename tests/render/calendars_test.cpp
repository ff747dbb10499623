#include "render/render_route.hpp"
#include "small_site.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

/// The page at `path` of a site with these days, each of which has a digest of one paper.
std::string page_at(const std::string& path, const std::vector<text::CalendarDate>& days) {
  std::vector<digest::Digest> digests;
  for (const text::CalendarDate& day : days) {
    const std::string number = std::to_string(10'000 + digests.size());
    digests.push_back(
        make_digest(text::to_iso(day), day, {make_paper("2301." + number, "T" + number)}));
  }
  const auto site = make_site(std::move(digests));
  return render::render_route(*site, *site->find(path))->bytes;
}

std::string page_of_year(const std::vector<text::CalendarDate>& days) {
  return page_at("/" + std::to_string(days.front().year) + "/", days);
}

/// 2023 begins with a Sunday, so its first Monday opens the second column.
TEST(YearDays, PutsEachDayIntoTheColumnOfItsWeek) {
  std::vector<text::CalendarDate> days = {{2023, 1, 1}, {2023, 1, 2}, {2023, 1, 8}, {2023, 12, 31}};
  for (int day = 1; day <= 8; ++day) {
    days.push_back({2023, 6, day});
  }

  const std::string page = page_of_year(days);

  EXPECT_NE(page.find("class=\"year-days\""), std::string::npos);
  for (const char* const place : {"M0 6h", "M1 0h", "M1 6h", "M52 6h", "M22 3h", "M23 3h"}) {
    EXPECT_NE(page.find(place), std::string::npos) << place;
  }
  EXPECT_EQ(page.find("M0 0h"), page.rfind("M0 0h"))
      << "only the empty day of the pattern is there";
}

/// A leap year that begins with a Sunday touches 54 weeks.
TEST(YearDays, HaveRoomForEveryWeek) {
  std::vector<text::CalendarDate> days = {{2012, 12, 31}};
  for (int day = 1; day <= 12; ++day) {
    days.push_back({2012, 1, day});
  }

  const std::string page = page_of_year(days);

  EXPECT_NE(page.find("viewBox=\"0 0 54 7\""), std::string::npos);
  EXPECT_NE(page.find("M53 0h"), std::string::npos);
}

TEST(YearDays, AreLeftOutWhereTheyAreFew) {
  EXPECT_EQ(page_of_year({{2023, 1, 1}, {2023, 6, 1}}).find("year-days"), std::string::npos);
}

TEST(DayCalendar, MarksTheDayAndLeadsToTheOthersOfItsMonth) {
  const std::string page =
      page_at("/2023/02/08/", {{2023, 2, 1}, {2023, 2, 8}, {2023, 2, 0}, {2023, 3, 1}});

  const std::size_t start = page.find("class=\"calendar\"");
  ASSERT_NE(start, std::string::npos);
  const std::string calendar = page.substr(start, page.find("</table>", start) - start);
  EXPECT_NE(calendar.find("aria-current=\"page\">8</a>"), std::string::npos) << calendar;
  EXPECT_EQ(calendar.find("aria-current"), calendar.rfind("aria-current"));
  EXPECT_NE(calendar.find("href=\"/2023/02/01/\""), std::string::npos);
}

TEST(DayCalendar, IsLeftOutWhereTheDayIsAlone) {
  EXPECT_EQ(page_at("/2023/02/08/", {{2023, 2, 8}, {2023, 3, 1}}).find("class=\"calendar\""),
            std::string::npos);
}

}  // namespace
