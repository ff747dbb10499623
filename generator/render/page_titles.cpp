#include "render/page_titles.hpp"

#include <array>

namespace render {

std::string_view term_name(catalog::Taxonomy taxonomy) {
  static constexpr std::array<std::string_view, 3> kNames = {"category", "author", "institution"};
  return kNames[static_cast<std::size_t>(taxonomy)];
}

std::string_view overview_name(catalog::Taxonomy taxonomy) {
  static constexpr std::array<std::string_view, 3> kNames = {"categories", "authors",
                                                             "institutions"};
  return kNames[static_cast<std::size_t>(taxonomy)];
}

std::string interface_text(const site::Site& site, std::string_view key) {
  const std::string* text = site.strings().find(key);
  return text == nullptr ? std::string(key) : *text;
}

std::string counted_text(const site::Site& site, std::string_view key, std::size_t count) {
  static constexpr std::string_view kPlace = "{count}";
  const std::string* one = count == 1 ? site.strings().find(std::string(key) + "_one") : nullptr;
  std::string text = one == nullptr ? interface_text(site, key) : *one;
  if (const std::size_t at = text.find(kPlace); at != std::string::npos) {
    text.replace(at, kPlace.size(), std::to_string(count));
  }
  return text;
}

std::string shown_date(const site::Site& site, const text::CalendarDate& date,
                       std::string_view pattern_key) {
  return text::format_date(date, interface_text(site, pattern_key), site.strings().date_names());
}

std::string year_title(const site::Site& site, int year) {
  return shown_date(site, {year, 1, 1}, "date_year");
}

std::string month_title(const site::Site& site, int year, int month) {
  return shown_date(site, {year, month, 0}, "date_month");
}

std::string day_title(const site::Site& site, const site::Day& day) {
  if (day.date.precision() == text::DatePrecision::day) {
    return shown_date(site, day.date, "date_long");
  }
  const std::string& name = site.catalog().digests[day.digests.front().value].head.name;
  if (day.date.precision() == text::DatePrecision::none) {
    return name;
  }
  return month_title(site, day.date.year, day.date.month) + " · " + name;
}

}  // namespace render
