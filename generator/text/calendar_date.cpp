#include "text/calendar_date.hpp"

#include <cstddef>

namespace text {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The number made by the `count` digits at `offset`, or nothing.
std::optional<int> digits_at(std::string_view text, std::size_t offset, std::size_t count) {
  if (offset + count > text.size()) {
    return std::nullopt;
  }
  int value = 0;
  for (const char c : text.substr(offset, count)) {
    if (!is_digit(c)) {
      return std::nullopt;
    }
    value = value * 10 + (c - '0');
  }
  return value;
}

std::chrono::year_month_day to_chrono(const CalendarDate& date) {
  return {std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
          std::chrono::day(static_cast<unsigned>(date.day))};
}

/// A date with a day that begins at `offset` and is followed by no digit, or nothing.
std::optional<CalendarDate> date_at(std::string_view text, std::size_t offset) {
  const std::optional<int> year = digits_at(text, offset, 4);
  if (!year || *year < 1900 || *year > 2199) {
    return std::nullopt;
  }
  const bool separated = offset + 4 < text.size() &&
                         std::string_view("-_./").find(text[offset + 4]) != std::string_view::npos;
  const std::size_t gap = separated ? 1 : 0;
  const std::size_t month_at = offset + 4 + gap;
  const std::size_t day_at = month_at + 2 + gap;
  const std::optional<int> month = digits_at(text, month_at, 2);
  const std::optional<int> day = digits_at(text, day_at, 2);
  if (!month || !day || *day == 0 || (separated && text[day_at - 1] != text[offset + 4])) {
    return std::nullopt;
  }
  if (day_at + 2 < text.size() && is_digit(text[day_at + 2])) {
    return std::nullopt;
  }
  return make_date(*year, *month, *day);
}

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  if (digits.size() < width) {
    digits.insert(0, width - digits.size(), '0');
  }
  return digits;
}

std::string name_or_number(std::span<const std::string> names, int index, int number) {
  const auto i = static_cast<std::size_t>(index);
  return i < names.size() ? names[i] : std::to_string(number);
}

int day_of_year(const CalendarDate& date) {
  const std::chrono::sys_days first = std::chrono::year_month_day(
      std::chrono::year(date.year), std::chrono::January, std::chrono::day(1));
  return static_cast<int>((std::chrono::sys_days(to_chrono(date)) - first).count()) + 1;
}

/// What `%letter` stands for; nothing if it is not known or the date lacks it.
std::optional<std::string> conversion(const CalendarDate& date, char letter, bool unpadded,
                                      const DateNames& names) {
  const std::size_t two = unpadded ? 1 : 2;
  switch (letter) {
    case 'Y':
      return std::to_string(date.year);
    case 'y':
      return padded(date.year % 100, two);
    case 'm':
      return padded(date.month, two);
    case 'B':
      return name_or_number(names.months, date.month - 1, date.month);
    case 'b':
      return name_or_number(names.months_short, date.month - 1, date.month);
    case '%':
      return "%";
    default:
      break;
  }
  if (date.precision() != DatePrecision::day) {
    return std::nullopt;
  }
  const int weekday = weekday_of(date);
  switch (letter) {
    case 'd':
      return padded(date.day, two);
    case 'e':
      return std::to_string(date.day);
    case 'A':
      return name_or_number(names.weekdays, weekday, weekday + 1);
    case 'a':
      return name_or_number(names.weekdays_short, weekday, weekday + 1);
    case 'u':
      return std::to_string(weekday + 1);
    case 'j':
      return padded(day_of_year(date), unpadded ? 1 : 3);
    default:
      return std::nullopt;
  }
}

}  // namespace

DatePrecision CalendarDate::precision() const {
  if (year == 0) {
    return DatePrecision::none;
  }
  return day == 0 ? DatePrecision::month : DatePrecision::day;
}

std::optional<CalendarDate> make_date(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 0 ||
      day > days_in_month(year, month)) {
    return std::nullopt;
  }
  return CalendarDate{year, month, day};
}

std::optional<CalendarDate> parse_iso_date(std::string_view iso) {
  const std::optional<int> year = digits_at(iso, 0, 4);
  const std::optional<int> month = digits_at(iso, 5, 2);
  if (!year || !month || iso[4] != '-') {
    return std::nullopt;
  }
  if (iso.size() == 7) {
    return make_date(*year, *month, 0);
  }
  const std::optional<int> day = digits_at(iso, 8, 2);
  if (iso.size() != 10 || iso[7] != '-' || !day || *day == 0) {
    return std::nullopt;
  }
  return make_date(*year, *month, *day);
}

std::optional<CalendarDate> find_date(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i]) || (i > 0 && is_digit(text[i - 1]))) {
      continue;
    }
    if (const std::optional<CalendarDate> date = date_at(text, i)) {
      return date;
    }
  }
  return std::nullopt;
}

std::string to_iso(const CalendarDate& date) {
  if (date.year == 0) {
    return {};
  }
  std::string iso = padded(date.year, 4) + "-" + padded(date.month, 2);
  if (date.day != 0) {
    iso += "-" + padded(date.day, 2);
  }
  return iso;
}

int weekday_of(const CalendarDate& date) {
  const std::chrono::weekday weekday{std::chrono::sys_days(to_chrono(date))};
  return static_cast<int>(weekday.iso_encoding()) - 1;
}

int days_in_month(int year, int month) {
  const std::chrono::year_month_day_last last = std::chrono::year(year) /
                                                std::chrono::month(static_cast<unsigned>(month)) /
                                                std::chrono::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::string format_date(const CalendarDate& date, std::string_view pattern,
                        const DateNames& names) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%' || i + 1 == pattern.size()) {
      out.push_back(pattern[i]);
      continue;
    }
    const bool unpadded = pattern[i + 1] == '-' && i + 2 < pattern.size();
    const std::size_t letter = unpadded ? i + 2 : i + 1;
    if (const auto converted = conversion(date, pattern[letter], unpadded, names)) {
      out += *converted;
      i = letter;
    } else {
      out.push_back('%');
    }
  }
  return out;
}

}  // namespace text
