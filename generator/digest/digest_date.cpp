#include "digest/digest_date.hpp"

#include "digest/identifiers.hpp"
#include "digest/script.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace digest {

namespace {

/// A head line with more characters than this is a sentence that mentions a date.
constexpr std::size_t kMaxDateLine = 32;

/// A number of one or two digits at `offset`; moves `offset` behind it. 0 if there is none.
int small_number(std::string_view text, std::size_t& offset) {
  int value = 0;
  for (int digits = 0; digits < 2 && offset < text.size() && is_digit(text[offset]); ++digits) {
    value = value * 10 + (text[offset] - '0');
    ++offset;
  }
  return value;
}

/// `2023年2月8日`, blanks allowed between the parts.
std::optional<text::CalendarDate> chinese_date(std::string_view line) {
  const std::size_t year_mark = line.find("年");
  if (year_mark == std::string_view::npos) {
    return std::nullopt;
  }
  std::size_t start = year_mark;
  while (start > 0 && line[start - 1] == ' ') {
    --start;
  }
  const std::string_view before = line.substr(0, start);
  if (before.size() < 4 || !std::ranges::all_of(before.substr(before.size() - 4), is_digit)) {
    return std::nullopt;
  }
  int year = 0;
  for (const char digit : before.substr(before.size() - 4)) {
    year = year * 10 + (digit - '0');
  }
  std::size_t at = year_mark + std::string_view("年").size();
  at += blanks_at(line, at);
  const int month = small_number(line, at);
  at += blanks_at(line, at);
  if (!line.substr(at).starts_with("月")) {
    return std::nullopt;
  }
  at += std::string_view("月").size();
  at += blanks_at(line, at);
  const int day = small_number(line, at);
  const bool has_day =
      day > 0 && (line.substr(at).starts_with("日") || line.substr(at).starts_with("号"));
  return text::make_date(year, month, has_day ? day : 0);
}

text::CalendarDate newest_arxiv_month(const Digest& digest) {
  int newest = 0;
  for (const Paper& paper : digest.papers) {
    newest = std::max(newest, arxiv_month(paper.arxiv_id));
  }
  return text::make_date(newest / 100, newest % 100, 0).value_or(text::CalendarDate{});
}

}  // namespace

std::optional<text::CalendarDate> date_in_line(std::string_view line) {
  if (text::count_code_points(line) > kMaxDateLine) {
    return std::nullopt;
  }
  if (const std::optional<text::CalendarDate> date = text::find_date(line)) {
    return date;
  }
  return chinese_date(line);
}

diagnostics::Reported<text::CalendarDate> date_of(const Digest& digest, const DateClues& clues) {
  if (clues.front_matter) {
    return {.value = *clues.front_matter, .diagnostics = {}};
  }
  if (clues.fixed) {
    return {.value = *clues.fixed, .diagnostics = {}};
  }
  if (const auto date = text::find_date(clues.name)) {
    return {.value = *date, .diagnostics = {}};
  }
  if (const auto month = text::parse_iso_date(clues.name)) {
    return {.value = *month, .diagnostics = {}};
  }
  if (clues.date_line) {
    return {.value = *clues.date_line, .diagnostics = {}};
  }
  static constexpr std::string_view kRemedy =
      "put the day into the file's name (2023-02-08.txt), or a front matter with `date: "
      "2023-02-08` "
      "at its beginning, or into `dates:` of site.yaml";
  const text::CalendarDate month = newest_arxiv_month(digest);
  if (month.year != 0) {
    return {.value = month,
            .diagnostics = {
                {.severity = diagnostics::Severity::warning,
                 .code = "digest/date-from-arxiv",
                 .where = {.path = digest.file},
                 .message = "no day is known; the newest arXiv number says " + text::to_iso(month),
                 .remedy = std::string(kRemedy)}}};
  }
  return {.value = {},
          .diagnostics = {{.severity = diagnostics::Severity::warning,
                           .code = "digest/no-date",
                           .where = {.path = digest.file},
                           .message = "nothing says when this digest is from",
                           .remedy = std::string(kRemedy)}}};
}

}  // namespace digest
