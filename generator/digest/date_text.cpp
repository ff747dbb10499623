#include "digest/date_text.hpp"

#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace digest {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

/// Reads a text from left to right.
class Cursor {
 public:
  Cursor(std::string_view text, std::size_t offset) : text_(text), at_(offset) {}

  [[nodiscard]] std::size_t at() const { return at_; }

  void skip_blanks() { at_ += blanks_at(text_, at_); }

  bool take(std::string_view literal) {
    const bool there = text_.substr(at_).starts_with(literal);
    at_ += there ? literal.size() : 0;
    return there;
  }

  bool take_any(std::string_view marks) {
    const bool there = at_ < text_.size() && marks.find(text_[at_]) != std::string_view::npos;
    at_ += there ? 1 : 0;
    return there;
  }

  /// A number of `least` to `most` digits, and no digit behind it; -1 if there is none.
  int number(std::size_t least, std::size_t most) {
    int value = 0;
    std::size_t end = at_;
    for (; end < text_.size() && is_digit(text_[end]) && end - at_ <= most; ++end) {
      value = value * 10 + (text_[end] - '0');
    }
    if (end - at_ < least || end - at_ > most) {
      return -1;
    }
    at_ = end;
    return value;
  }

  /// The number of the English month whose name stands here, in full or shortened; 0 if none does.
  int month_name() {
    std::size_t end = at_;
    while (end < text_.size() && (is_lower(text_[end]) || is_capital(text_[end]))) {
      ++end;
    }
    const std::string word =
        text::ascii_lower(text_.substr(at_, std::min<std::size_t>(end - at_, 16)));
    for (std::size_t month = 0; month < kMonths.size() && word.size() >= 3; ++month) {
      if (kMonths[month].starts_with(word) || (word == "sept" && month == 8)) {
        at_ = end;
        take(".");
        return static_cast<int>(month) + 1;
      }
    }
    return 0;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

std::optional<DateText> made(std::size_t offset, const Cursor& cursor, int year, int month,
                             int day) {
  const std::optional<text::CalendarDate> date = text::make_date(year, month, day);
  return date ? std::optional(DateText{*date, cursor.at() - offset}) : std::nullopt;
}

std::optional<DateText> compact_date(std::string_view text, std::size_t offset) {
  Cursor cursor(text, offset);
  const int number = cursor.number(8, 8);
  return number < 0 ? std::nullopt
                    : made(offset, cursor, number / 10'000, number / 100 % 100, number % 100);
}

std::optional<DateText> numeric_date(std::string_view text, std::size_t offset) {
  Cursor cursor(text, offset);
  const int year = cursor.number(4, 4);
  if (year < 0 || !cursor.take_any("-./_")) {
    return std::nullopt;
  }
  const int month = cursor.number(1, 2);
  const Cursor without_day = cursor;
  const int day = cursor.take_any("-./_") ? cursor.number(1, 2) : -1;
  return day > 0 ? made(offset, cursor, year, month, day)
                 : made(offset, without_day, year, month, 0);
}

std::optional<DateText> chinese_date(std::string_view text, std::size_t offset) {
  Cursor cursor(text, offset);
  const int year = cursor.number(4, 4);
  cursor.skip_blanks();
  if (year < 0 || !cursor.take("年")) {
    return std::nullopt;
  }
  cursor.skip_blanks();
  const int month = cursor.number(1, 2);
  cursor.skip_blanks();
  if (!cursor.take("月")) {
    return std::nullopt;
  }
  const Cursor without_day = cursor;
  cursor.skip_blanks();
  const int day = cursor.number(1, 2);
  cursor.skip_blanks();
  return day > 0 && (cursor.take("日") || cursor.take("号"))
             ? made(offset, cursor, year, month, day)
             : made(offset, without_day, year, month, 0);
}

/// A day of one or two digits, with `st`, `nd`, `rd` or `th` behind it perhaps.
int day_number(Cursor& cursor) {
  const int day = cursor.number(1, 2);
  if (day > 0) {
    static_cast<void>(cursor.take("st") || cursor.take("nd") || cursor.take("rd") ||
                      cursor.take("th"));
  }
  return day;
}

std::optional<DateText> english_date(std::string_view text, std::size_t offset) {
  Cursor cursor(text, offset);
  int day = day_number(cursor);
  cursor.skip_blanks();
  const int month = cursor.month_name();
  if (month == 0) {
    return std::nullopt;
  }
  cursor.skip_blanks();
  if (day < 0) {
    day = day_number(cursor);
  }
  cursor.take(",");
  cursor.skip_blanks();
  const int year = cursor.number(4, 4);
  return year < 0 ? std::nullopt : made(offset, cursor, year, month, std::max(day, 0));
}

}  // namespace

std::optional<DateText> date_at(std::string_view text, std::size_t offset) {
  for (const auto read : {compact_date, numeric_date, chinese_date, english_date}) {
    if (const std::optional<DateText> date = read(text, offset)) {
      return date;
    }
  }
  return std::nullopt;
}

}  // namespace digest
