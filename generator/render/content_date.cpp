#include "render/content_date.hpp"

#include <algorithm>
#include <array>

namespace render {

namespace {

text::CalendarDate with_day(const text::CalendarDate& date) {
  return {date.year, std::max(date.month, 1), std::max(date.day, 1)};
}

}  // namespace

text::CalendarDate newest_date(const catalog::Catalog& catalog, catalog::PaperIndex paper) {
  text::CalendarDate newest;
  for (const catalog::Appearance& one : catalog.papers[paper.value].appearances) {
    newest = std::max(newest, catalog.digests[one.digest.value].head.date);
  }
  return newest;
}

text::CalendarDate newest_date(const catalog::Catalog& catalog,
                               std::span<const catalog::PaperIndex> papers) {
  text::CalendarDate newest;
  for (const catalog::PaperIndex paper : papers) {
    newest = std::max(newest, newest_date(catalog, paper));
  }
  return newest;
}

text::CalendarDate newest_date(const catalog::Catalog& catalog) {
  text::CalendarDate newest;
  for (const catalog::CatalogDigest& digest : catalog.digests) {
    newest = std::max(newest, digest.head.date);
  }
  return newest;
}

std::string to_rfc3339(const text::CalendarDate& date) {
  return date.year == 0 ? std::string() : text::to_iso(with_day(date)) + "T00:00:00Z";
}

std::string to_rfc822(const text::CalendarDate& date) {
  static const std::array<std::string, 7> kDays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  static const std::array<std::string, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (date.year == 0) {
    return {};
  }
  return text::format_date(
      with_day(date), "%a, %d %b %Y 00:00:00 +0000",
      {.weekdays = kDays, .weekdays_short = kDays, .months = kMonths, .months_short = kMonths});
}

}  // namespace render
