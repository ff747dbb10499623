#include "digest/record_reports.hpp"

#include "digest/report.hpp"
#include "digest/script.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace digest {

using diagnostics::Severity;

void RecordReports::begin_record(int line, int end_line) {
  line_ = line;
  end_line_ = end_line;
}

SourceLines RecordReports::lines() const {
  return {.file = source_.path(), .line = line_, .end_line = end_line_};
}

void RecordReports::add(std::string code, std::string message, std::string remedy, int further) {
  static constexpr std::array<std::string_view, 3> kWarnings = {
      "digest/unknown-member", "digest/no-date", "digest/names-limit"};
  const bool is_warning = std::ranges::find(kWarnings, code) != kWarnings.end();
  if (!is_warning) {
    for (int line = line_; line <= end_line_; ++line) {
      explained_.push_back(line);
    }
  }
  report_line(diagnostics_, source_, std::min(line_ + further, end_line_),
              {.severity = is_warning ? Severity::warning : Severity::error,
               .code = std::move(code),
               .message = std::move(message),
               .remedy = std::move(remedy)});
}

void RecordReports::add_bad_date(const std::string& iso) {
  constexpr std::size_t kYearDigits = 4;
  if (iso.size() == kYearDigits && std::ranges::all_of(iso, is_digit)) {
    if (!year_reported_) {
      year_reported_ = true;
      add("digest/no-date", "a year alone is no date, so this digest has none",
          "add the month: " + iso + "-01; this is said once a file");
    }
    return;
  }
  add("digest/bad-date", "\"" + iso + "\" is not in the calendar",
      "write it as 2023-02-08, or 2023-02 for a month");
}

void RecordReports::add_records_limit(std::size_t limit) {
  if (!limit_reported_) {
    limit_reported_ = true;
    add("digest/records-limit",
        "the records of this digest from here on are not read; the limit max_records is " +
            std::to_string(limit),
        "split the digest");
  }
}

std::vector<int> RecordReports::take_explained_lines() {
  std::ranges::sort(explained_);
  return std::move(explained_);
}

}  // namespace digest
