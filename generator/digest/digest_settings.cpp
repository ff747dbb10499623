#include "digest/digest_settings.hpp"

#include "config/front_matter.hpp"
#include "digest/report.hpp"
#include "text/suggestion.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace digest {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Reported;
using diagnostics::Severity;

void claim_front_matter(const text::SourceText& source, ClaimBook& claims, std::size_t body_line) {
  for (std::size_t line = 1; line < body_line; ++line) {
    claims.claim(text::trim(source.line(line)), "head:front-matter");
  }
}

/// A date, behind which a time may stand: `2023-04-17T08:00:00+08:00`.
std::optional<text::CalendarDate> date_of_setting(std::string_view value) {
  constexpr std::size_t kDay = 10;
  const bool has_time = value.size() > kDay && (value[kDay] == 'T' || value[kDay] == ' ');
  return text::parse_iso_date(value.substr(0, has_time ? kDay : value.size()));
}

/// Only what seems to mean another key: notes of other programs have keys of their own.
void report_mistyped_keys(const text::SourceText& source, const values::Value& matter,
                          std::vector<Diagnostic>& diagnostics) {
  static constexpr std::array<std::string_view, 3> kKnown = {"date", "encoding", "format"};
  for (std::size_t i = 0; i < matter.size(); ++i) {
    const std::string_view name = matter.member_name(i);
    const bool is_known = std::ranges::find(kKnown, name) != kKnown.end();
    const std::string suggestion = is_known ? "" : text::did_you_mean(name, kKnown);
    if (!suggestion.empty()) {
      report_line(diagnostics, source, line_of_setting(source, name),
                  {.severity = Severity::warning,
                   .code = "digest/unknown-key",
                   .message = "the front matter of a digest has no \"" + std::string(name) + "\"",
                   .remedy = suggestion});
    }
  }
}

}  // namespace

Reported<DigestSettings> read_digest_settings(const text::SourceText& source, ClaimBook& claims) {
  Reported<DigestSettings> read;
  DigestSettings& settings = read.value;
  diagnostics::Expected<config::FrontMatter> front = config::split_front_matter(source);
  if (!front) {
    read.diagnostics.push_back(std::move(front.error()));
    settings.first_line = static_cast<std::size_t>(line_of_setting(source, "---")) + 1;
    claim_front_matter(source, claims, settings.first_line);
    return read;
  }
  settings.first_line = front->body_line;
  claim_front_matter(source, claims, settings.first_line);
  const values::Value& matter = front->matter;
  settings.format = matter.member("format").as_text();
  if (const values::Value date = matter.member("date"); !date.is_undefined()) {
    settings.date = date_of_setting(date.as_text());
    if (!settings.date) {
      report_line(read.diagnostics, source, line_of_setting(source, "date:"),
                  {.severity = Severity::error,
                   .code = "digest/bad-date",
                   .message = "this date is not in the calendar",
                   .remedy = "write it as 2023-02-08, or 2023-02 for a month"});
    }
  }
  report_mistyped_keys(source, matter, read.diagnostics);
  return read;
}

int line_of_setting(const text::SourceText& source, std::string_view word) {
  for (std::size_t line = 2; line <= source.line_count(); ++line) {
    if (text::trim(source.line(line)).starts_with(word)) {
      return static_cast<int>(line);
    }
  }
  return 1;
}

}  // namespace digest
