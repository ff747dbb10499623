#pragma once

#include "text/calendar_date.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace digest {

/// A date as people write it, and how many bytes it takes.
struct DateText {
  text::CalendarDate date;
  std::size_t size = 0;
};

/// The date that begins at `offset` of `text`: `2023-02-08` (also with `.`, `/`, `_`), `20230208`,
/// `2023-02`, `2023年2月8日`, `8 February 2023`, `Feb 8th, 2023`, `February 2023`. Nothing if there
/// is none, or if it is not in the calendar.
[[nodiscard]] std::optional<DateText> date_at(std::string_view text, std::size_t offset);

}  // namespace digest
