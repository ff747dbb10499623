#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/date_range.hpp"
#include "digest/digest.hpp"
#include "text/calendar_date.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// A digest of a file of tables while it is read.
struct TableDigest {
  Digest digest;
  std::size_t first_line = 1;        ///< where its heading stands
  std::optional<DateRange> range;    ///< of its heading, or of its rows
  int year_said = 0;                 ///< by a heading above its own
  std::vector<DateRange> row_dates;  ///< of the rows of a digest that is a whole file
};

/// What else may say when the digests of a file are from, and how they are called.
struct TableDateClues {
  std::string name;  ///< of the file, without ending
  std::optional<text::CalendarDate> front_matter;
  std::optional<text::CalendarDate> published;  ///< by the markup of a saved page
  const std::map<std::string, text::CalendarDate>& configured;
  bool several = false;  ///< the file holds a digest for each heading or date
};

/// Gives the digests their names and dates. The last day of a range is the date; years that are not
/// said come from the heading above, from the dates before and behind, else from the newest arXiv
/// number. A file with several digests has each one's date in its name.
void date_digests(std::vector<TableDigest>& digests, const TableDateClues& clues,
                  std::vector<diagnostics::Diagnostic>& said);

/// The number that `digits` are; 0 if they are none.
[[nodiscard]] int number_of(std::string_view digits);

}  // namespace digest
