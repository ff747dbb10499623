#include "enrich/known_dates.hpp"

#include "text/calendar_date.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>

namespace enrich {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Two digits; empty if `text` is no number of one or two.
std::string two_digits(std::string_view text) {
  if (!is_number(text) || text.size() > 2) {
    return {};
  }
  return (text.size() == 1 ? "0" : "") + std::string(text);
}

std::string month_number(std::string_view month) {
  const std::string lower = text::ascii_lower(text::trim(month)).substr(0, 3);
  const auto* const named = std::ranges::find(kMonths, lower);
  return named == kMonths.end() ? two_digits(lower)
                                : two_digits(std::to_string(named - kMonths.begin() + 1));
}

}  // namespace

std::string iso_date(std::string_view date) {
  date = text::trim(date);
  if (date.size() == 4 && is_number(date)) {
    return std::string(date);
  }
  const auto parsed = text::parse_iso_date(date);
  return parsed ? text::to_iso(*parsed) : std::string();
}

std::string date_of_parts(std::string_view year, std::string_view month, std::string_view day) {
  std::string date(text::trim(year));
  const std::string with_month = month_number(month);
  const std::string with_day = two_digits(text::trim(day));
  for (const std::string& whole :
       {date + "-" + with_month + "-" + with_day, date + "-" + with_month}) {
    if (std::string iso = iso_date(whole); !iso.empty()) {
      return iso;
    }
  }
  return iso_date(date);
}

std::string mail_date(std::string_view date) {
  const std::size_t comma = date.find(',');
  date = text::trim(comma == std::string_view::npos ? date : date.substr(comma + 1));
  std::array<std::string_view, 3> parts;
  for (std::string_view& part : parts) {
    const std::size_t end = std::min(date.find(' '), date.size());
    part = date.substr(0, end);
    date = text::trim(date.substr(end));
  }
  const std::string day = date_of_parts(parts[2], parts[1], parts[0]);
  return day.size() == 10 ? day : std::string();
}

}  // namespace enrich
