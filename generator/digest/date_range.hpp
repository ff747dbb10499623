#pragma once

#include "text/calendar_date.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace digest {

/// Dates as a heading or a cell gives them. Where the year is not said, it is 0 and to be found
/// out.
struct DateRange {
  text::CalendarDate first;  ///< year 0 and month 0 where only one day is given
  text::CalendarDate last;   ///< the day may be 0: a month

  [[nodiscard]] bool is_range() const { return first.month != 0; }

  [[nodiscard]] bool has_year() const { return last.year != 0; }

  bool operator==(const DateRange&) const = default;
};

/// Reads `June 23 - June 29`, `May 22-28`, `Feb 27-Mar 5`, `3 July 2023`, `Dec 30, 2024 – Jan 5,
/// 2025`, `2023-02-06 to 2023-02-12`, `2023年2月6日-12日`, `March 2023`. Nothing if `text` is
/// anything else. The year of a range without one for its first day is the last day's, or the one
/// before it.
[[nodiscard]] std::optional<DateRange> parse_date_range(std::string_view text);

/// `range` with its last day in `year`.
[[nodiscard]] DateRange with_year(DateRange range, int year);

/// The ranges of a file in its order, each with a year: those without one take it from their
/// neighbours, since lists of dates run either forward or backward. Those that no neighbour can
/// help keep the year 0.
void infer_years(std::span<DateRange> ranges);

}  // namespace digest
