#include "digest/date_range.hpp"

#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace digest {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::size_t kShortestMonth = 3;
constexpr std::array<std::string_view, 5> kRangeMarks = {"-", "–", "—", "~", "～"};
constexpr std::array<std::string_view, 3> kRangeWords = {"to", "through", "until"};
constexpr std::array<std::string_view, 6> kOrdinals = {"st", "nd", "rd", "th", "of", "the"};
constexpr std::array<std::string_view, 4> kFillers = {",", "(", ")", "."};

/// One side of a range while it is read.
struct Side {
  int year = 0;
  int month = 0;
  int day = 0;

  [[nodiscard]] bool empty() const { return year == 0 && month == 0 && day == 0; }
};

int month_named(std::string_view word) {
  const std::string lower = text::ascii_lower(word);
  for (std::size_t i = 0; i < kMonths.size() && lower.size() >= kShortestMonth; ++i) {
    if (kMonths[i].starts_with(lower) || (i == 8 && lower == "sept")) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

/// Reads a text piece by piece into one or two sides.
class RangeReader {
 public:
  explicit RangeReader(std::string_view text) : rest_(text) {}

  std::optional<DateRange> read() {
    while (!(rest_ = text::trim_left(rest_)).empty()) {
      if (!(iso_date() || iso_month() || number() || word() || range_mark() || filler())) {
        return std::nullopt;
      }
    }
    return assembled();
  }

 private:
  Side& side() { return sides_[current_]; }

  bool take(std::string_view piece) {
    if (!rest_.starts_with(piece)) {
      return false;
    }
    rest_.remove_prefix(piece.size());
    return true;
  }

  /// `2023-02-08`, where the marks between the numbers are none of a range.
  bool iso_date() {
    constexpr std::size_t kIsoSize = 10;
    const std::string_view iso = rest_.substr(0, kIsoSize);
    const bool ends =
        rest_.size() == kIsoSize || (rest_.size() > kIsoSize && !is_digit(rest_[kIsoSize]));
    if (!side().empty() || !ends) {
      return false;
    }
    std::string plain(iso);
    std::ranges::replace_if(
        plain, [](char c) { return c == '/' || c == '.'; }, '-');
    const std::optional<text::CalendarDate> date = text::parse_iso_date(plain);
    if (!date) {
      return false;
    }
    side() = {date->year, date->month, date->day};
    rest_.remove_prefix(kIsoSize);
    return true;
  }

  /// `2023-02`, `2023/2` is none.
  bool iso_month() {
    constexpr std::size_t kIsoSize = 7;
    std::string iso(rest_.substr(0, kIsoSize));
    const std::string_view behind = rest_.substr(iso.size());
    const bool goes_on =
        !behind.empty() && (is_digit(behind[0]) || (behind.size() > 1 && is_digit(behind[1])));
    if (!side().empty() || iso.size() < kIsoSize || goes_on) {
      return false;
    }
    iso[4] = iso[4] == '/' || iso[4] == '.' ? '-' : iso[4];
    const std::optional<text::CalendarDate> month = text::parse_iso_date(iso);
    if (!month) {
      return false;
    }
    side() = {month->year, month->month, 0};
    rest_.remove_prefix(kIsoSize);
    return true;
  }

  bool number() {
    std::size_t size = 0;
    int value = 0;
    while (size < rest_.size() && size < 5 && is_digit(rest_[size])) {
      value = value * 10 + (rest_[size++] - '0');
    }
    if (size == 0) {
      return false;
    }
    rest_.remove_prefix(size);
    if (take("年")) {
      return set(side().year, value);
    }
    if (take("月")) {
      return set(side().month, value);
    }
    if (take("日") || take("号")) {
      return set(side().day, value);
    }
    return size == 4 ? set(side().year, value) : size <= 2 && set(side().day, value);
  }

  static bool set(int& part, int value) {
    if (part != 0 || value == 0) {
      return false;
    }
    part = value;
    return true;
  }

  bool word() {
    std::size_t size = 0;
    while (size < rest_.size() && (is_lower(rest_[size]) || is_capital(rest_[size]))) {
      ++size;
    }
    if (size == 0) {
      return false;
    }
    const std::string lower = text::ascii_lower(rest_.substr(0, size));
    rest_.remove_prefix(size);
    if (std::ranges::find(kRangeWords, lower) != kRangeWords.end()) {
      return next_side();
    }
    if (std::ranges::find(kOrdinals, lower) != kOrdinals.end()) {
      return true;
    }
    const int month = month_named(lower);
    return month != 0 && set(side().month, month);
  }

  bool range_mark() {
    return (std::ranges::any_of(kRangeMarks, [this](std::string_view m) { return take(m); }) ||
            take("至")) &&
           next_side();
  }

  bool next_side() {
    if (current_ == 1 || sides_[0].empty()) {
      return false;
    }
    current_ = 1;
    return true;
  }

  bool filler() {
    return std::ranges::any_of(kFillers, [this](std::string_view f) { return take(f); });
  }

  /// What one side does not say, the other one does.
  std::optional<DateRange> assembled() {
    auto& [first, last] = sides_;
    if (current_ == 0) {
      last = std::exchange(first, Side());
    } else if (first.month == 0) {
      first.month = last.month;
    } else if (last.month == 0) {
      last.month = first.month;
    }
    const bool is_range = current_ == 1;
    if (is_range && first.year != 0 && last.year == 0) {
      last.year = first.year + (last.month < first.month ? 1 : 0);
    }
    // A leap year, so that 29 February is a day while the year is unknown.
    constexpr int kAnyYear = 2000;
    const auto in_calendar = [](const Side& s) {
      return text::make_date(s.year == 0 ? kAnyYear : s.year, s.month, s.day).has_value();
    };
    const bool valid = in_calendar(last) && (last.year != 0 || last.day != 0) &&
                       (!is_range || (in_calendar(first) && first.day != 0 && last.day != 0));
    if (!valid) {
      return std::nullopt;
    }
    DateRange range{.first = {first.year, first.month, first.day},
                    .last = {last.year, last.month, last.day}};
    return range.has_year() ? with_year(range, last.year) : range;
  }

  std::string_view rest_;
  std::array<Side, 2> sides_;
  std::size_t current_ = 0;
};

std::pair<int, int> month_and_day(const text::CalendarDate& date) {
  return {date.month, date.day};
}

/// Whether the dates run backward: most of the steps do. A step is the shorter way round the year:
/// from 7 January to 31 December it goes back.
bool runs_backward(std::span<const DateRange> ranges) {
  constexpr int kDaysOfYear = 372;  // near enough, with months of 31 days
  constexpr int kDaysOfMonth = 31;
  const auto day_of_year = [](const text::CalendarDate& date) {
    return date.month * kDaysOfMonth + date.day;
  };
  int backward = 0;
  for (std::size_t i = 1; i < ranges.size(); ++i) {
    const int step = day_of_year(ranges[i].last) - day_of_year(ranges[i - 1].last);
    const int forward = (step + kDaysOfYear) % kDaysOfYear;
    if (forward != 0) {
      backward += forward > kDaysOfYear / 2 ? 1 : -1;
    }
  }
  return backward > 0;
}

/// The year of `range` that makes it the next one before or behind `neighbour`.
int year_beside(const DateRange& range, const text::CalendarDate& neighbour, bool before) {
  const auto here = month_and_day(range.last);
  const auto there = month_and_day(neighbour);
  if (before) {
    return here <= there ? neighbour.year : neighbour.year - 1;
  }
  return here >= there ? neighbour.year : neighbour.year + 1;
}

}  // namespace

DateRange with_year(DateRange range, int year) {
  range.last.year = year;
  if (range.is_range() && range.first.year == 0) {
    range.first.year = month_and_day(range.first) <= month_and_day(range.last) ? year : year - 1;
  }
  return range;
}

std::optional<DateRange> parse_date_range(std::string_view text) {
  constexpr std::size_t kLongestRange = 64;
  return text.size() <= kLongestRange ? RangeReader(text).read() : std::nullopt;
}

void infer_years(std::span<DateRange> ranges) {
  const bool backward = runs_backward(ranges);
  for (std::size_t i = 1; i < ranges.size(); ++i) {
    if (!ranges[i].has_year() && ranges[i - 1].has_year()) {
      ranges[i] = with_year(ranges[i], year_beside(ranges[i], ranges[i - 1].last, backward));
    }
  }
  for (std::size_t i = ranges.size(); i-- > 1;) {
    if (!ranges[i - 1].has_year() && ranges[i].has_year()) {
      ranges[i - 1] =
          with_year(ranges[i - 1], year_beside(ranges[i - 1], ranges[i].last, !backward));
    }
  }
}

}  // namespace digest
