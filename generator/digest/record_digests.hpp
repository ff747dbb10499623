#pragma once

#include "digest/digest.hpp"
#include "digest/json_record.hpp"
#include "digest/parse_digest.hpp"
#include "digest/record_reports.hpp"
#include "text/calendar_date.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace digest {

/// The digests of one file of records, found by their names and dates as records name them.
class RecordDigests {
 public:
  /// All three outlive this.
  RecordDigests(const text::SourceText& source, const DigestOptions& options,
                RecordReports& reports)
      : source_(source), options_(options), reports_(reports) {}

  /// The digest that `record` is of; a new one if it names one that was not met yet. Without a name
  /// it is called as the file is. A paper without a date is of the digest before it, if that has
  /// its name. A date that is none is reported.
  Digest& digest_of(JsonRecord& record);

  /// The date in the record's member `name`; year 0 if it has none. What is no date is reported.
  text::CalendarDate date_in(JsonRecord& record, std::string_view name);

  [[nodiscard]] bool empty() const { return digests_.empty(); }

  /// The place of the digest that was asked for last.
  [[nodiscard]] std::size_t current() const { return current_; }

  /// All of them, at least one, in the order of their first records. A digest of which no record
  /// says when it is from has the date that its name says, or is reported as date_of does.
  [[nodiscard]] std::vector<ParsedDigest> take() &&;

 private:
  Digest& digest_at(const std::string& name, const text::CalendarDate& date);

  const text::SourceText& source_;
  const DigestOptions& options_;
  RecordReports& reports_;
  std::vector<ParsedDigest> digests_;
  std::map<std::pair<std::string, text::CalendarDate>, std::size_t> places_;
  std::set<std::size_t> settled_;  ///< a record said that there is no date, or a wrong one
  std::size_t current_ = 0;
};

}  // namespace digest
