#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/digest.hpp"
#include "text/calendar_date.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace digest {

/// What may say when a digest is from, in the order of trust.
struct DateClues {
  std::optional<text::CalendarDate> front_matter;
  std::optional<text::CalendarDate> fixed;      ///< by the site's configuration
  std::optional<text::CalendarDate> in_name;    ///< where the format says the name has it
  std::string_view name;                        ///< of the file, without ending
  std::optional<text::CalendarDate> date_line;  ///< in the digest's head
  std::optional<text::CalendarDate> published;  ///< by the markup of the page it is from
};

/// The date of a digest whose papers are read: the first clue that answers, else the month of the
/// newest arXiv number (with a "digest/date-from-arxiv" that names the remedy), else none
/// ("digest/no-date"). Never the clock and never the file's time.
[[nodiscard]] diagnostics::Reported<text::CalendarDate> date_of(const Digest& digest,
                                                                const DateClues& clues);

/// The date in a head line that is little else than a date: `2023-02-08`, `2023年2月8日 星期三`.
[[nodiscard]] std::optional<text::CalendarDate> date_in_line(std::string_view line);

}  // namespace digest
