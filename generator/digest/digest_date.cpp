#include "digest/digest_date.hpp"

#include "digest/date_text.hpp"
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

/// The Chinese or English date in a line, if there is one.
std::optional<text::CalendarDate> written_date(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool begins = is_digit(line[i]) || is_lower(line[i]) || is_capital(line[i]);
    const bool inside =
        i > 0 && (is_digit(line[i - 1]) || is_lower(line[i - 1]) || is_capital(line[i - 1]));
    const std::optional<DateText> date = begins && !inside ? date_at(line, i) : std::nullopt;
    // "2023-02" or "2023.02" in a line may be anything; a month in words is a month.
    if (date &&
        (date->date.day != 0 || !is_digit(line[i]) || line.substr(i, date->size).ends_with("月"))) {
      return date->date;
    }
  }
  return std::nullopt;
}

/// `2023-02`, not part of a longer number or word.
std::optional<text::CalendarDate> month_in_name(std::string_view name) {
  constexpr std::size_t kSize = 7;
  const auto apart = [name](std::size_t at) {
    return at >= name.size() || std::string_view("-_. ").find(name[at]) != std::string_view::npos;
  };
  for (std::size_t i = 0; i + kSize <= name.size(); ++i) {
    const auto month = text::parse_iso_date(name.substr(i, kSize));
    if (month && (i == 0 || apart(i - 1)) && apart(i + kSize)) {
      return month;
    }
  }
  return std::nullopt;
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
  return written_date(line);
}

diagnostics::Reported<text::CalendarDate> date_of(const Digest& digest, const DateClues& clues) {
  if (clues.front_matter) {
    return {.value = *clues.front_matter, .diagnostics = {}};
  }
  if (clues.fixed) {
    return {.value = *clues.fixed, .diagnostics = {}};
  }
  if (clues.in_name) {
    return {.value = *clues.in_name, .diagnostics = {}};
  }
  if (const auto date = text::find_date(clues.name)) {
    return {.value = *date, .diagnostics = {}};
  }
  if (const auto month = month_in_name(clues.name)) {
    return {.value = *month, .diagnostics = {}};
  }
  if (clues.date_line) {
    return {.value = *clues.date_line, .diagnostics = {}};
  }
  if (clues.published) {
    return {.value = *clues.published, .diagnostics = {}};
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
