#include "digest/key_points.hpp"

#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace digest {

namespace {

/// Longer numbers are no numbers of a list.
constexpr std::size_t kMaxDigits = 3;

/// The size of the mark behind a number at `offset`, if what follows lets it be one.
std::size_t number_end(std::string_view line, std::size_t offset, const PointMarks& marks) {
  for (const std::string& mark : marks.number_ends) {
    const auto size = literal_size(line, offset, mark);
    const std::size_t after = size ? offset + *size : line.size();
    if (after < line.size() && !is_digit(line[after])) {
      return *size;
    }
  }
  return 0;
}

std::optional<std::size_t> closer_size(std::string_view text, const PointMarks& marks) {
  for (const std::vector<std::string>* list : {&marks.closers, &marks.separators}) {
    for (const std::string& closer : *list) {
      if (const auto size = literal_suffix_size(text, closer)) {
        return size;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<NumberedPoint> numbered_point(std::string_view line, const PointMarks& marks) {
  line = text::trim(line);
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) {
    ++digits;
  }
  const std::size_t end = digits > 0 && digits <= kMaxDigits ? number_end(line, digits, marks) : 0;
  if (end == 0) {
    return std::nullopt;
  }
  NumberedPoint point;
  std::from_chars(line.data(), line.data() + digits, point.number);
  point.text = without_closer(text::trim(line.substr(digits + end)), marks);
  return point;
}

std::optional<std::size_t> find_point(std::string_view line, int number, const PointMarks& marks) {
  const std::string digits = std::to_string(number);
  for (std::size_t at = line.find(digits); at != std::string_view::npos;
       at = line.find(digits, at + 1)) {
    const std::size_t mark = number_end(line, at + digits.size(), marks);
    const std::string_view before = line.substr(0, at);
    // In "p 值3. 对低熵文本" the blank behind the mark tells that it is no decimal.
    const bool behind_chinese =
        at > 0 && is_wide(line[at - 1]) && blanks_at(line, at + digits.size() + mark) > 0;
    const bool apart = behind_chinese || text::trim_right(before).size() < before.size() ||
                       closer_size(before, marks).has_value();
    if (at > 0 && mark > 0 && apart) {
      return at;
    }
  }
  return std::nullopt;
}

std::size_t first_point_size(std::string_view text, const PointMarks& marks) {
  for (std::size_t i = 1; i < text.size() && !marks.separators.empty(); ++i) {
    for (const std::string& separator : marks.separators) {
      if (const auto size = literal_size(text, i, separator)) {
        return i + *size;
      }
    }
  }
  return text.size();
}

bool is_closed(std::string_view text, const PointMarks& marks) {
  return closer_size(text, marks).has_value();
}

std::string_view without_bullet(std::string_view text, const PointMarks& marks) {
  for (const std::string& bullet : marks.bullets) {
    if (const auto size = literal_size(text, 0, bullet)) {
      return text::trim_left(text.substr(*size));
    }
  }
  return text;
}

std::string_view without_closer(std::string_view text, const PointMarks& marks) {
  text = text::trim(text);
  while (const auto size = closer_size(text, marks)) {
    text = text::trim_right(text.substr(0, text.size() - *size));
  }
  return text;
}

}  // namespace digest
