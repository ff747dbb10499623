#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace text {

/// How much of a date is known.
enum class DatePrecision { none, month, day };

/// A calendar date without a time or a zone, of which the day, or everything, may be unknown.
/// Ordered by time; a month stands before its days, and no date before all others.
struct CalendarDate {
  int year = 0;   ///< 0: no date
  int month = 0;  ///< 1 to 12; 0: unknown
  int day = 0;    ///< 1 to 31; 0: unknown

  auto operator<=>(const CalendarDate&) const = default;

  [[nodiscard]] DatePrecision precision() const;
};

/// A date that the calendar has, or nothing. `day` 0 gives a month.
[[nodiscard]] std::optional<CalendarDate> make_date(int year, int month, int day);

/// Reads `2023-02-08` or `2023-02`; nothing if `iso` is anything else.
[[nodiscard]] std::optional<CalendarDate> parse_iso_date(std::string_view iso);

/// The first date written in `text` as 2023-02-08, 20230208, 2023_02_08, 2023.02.08 or 2023/02/08,
/// not part of a longer run of digits; nothing if there is none.
[[nodiscard]] std::optional<CalendarDate> find_date(std::string_view text);

/// `2023-02-08`, `2023-02`, or an empty text.
[[nodiscard]] std::string to_iso(const CalendarDate& date);

/// Monday is 0. The date must have a day.
[[nodiscard]] int weekday_of(const CalendarDate& date);

[[nodiscard]] int days_in_month(int year, int month);

/// Names that a pattern prints, in one language. Views must outlive the call only.
struct DateNames {
  std::span<const std::string> weekdays;        ///< 7, Monday first
  std::span<const std::string> weekdays_short;  ///< 7
  std::span<const std::string> months;          ///< 12
  std::span<const std::string> months_short;    ///< 12
};

/// `date` by a strftime pattern: %Y %y %m %d %-m %-d %e %B %b %A %a %j %u %%. Unknown letters, and
/// what `date` does not know, stay as they are. Names that are missing print as numbers.
[[nodiscard]] std::string format_date(const CalendarDate& date, std::string_view pattern,
                                      const DateNames& names);

}  // namespace text
