#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/digest.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace digest {

/// What is said of the records of one file, and of which lines.
class RecordReports {
 public:
  /// `source` outlives the reports.
  explicit RecordReports(const text::SourceText& source) : source_(source) {}

  /// What is reported from here on is about the record on these lines, 1-based.
  void begin_record(int line, int end_line);

  /// Says something of the record: an error, or a warning if its code is that of one. The record's
  /// lines are explained by an error. `further` is how many lines into the record it stands.
  void add(std::string code, std::string message, std::string remedy, int further = 0);

  /// `iso`, which is not empty, is no date that a digest can have.
  void add_bad_date(const std::string& iso);
  /// A digest has `limit` papers, so that further ones are not read. Said once.
  void add_records_limit(std::size_t limit);

  /// Where the record stands.
  [[nodiscard]] SourceLines lines() const;

  [[nodiscard]] std::vector<diagnostics::Diagnostic>& diagnostics() { return diagnostics_; }

  /// The lines of the records of which an error is said, sorted. They are given away.
  [[nodiscard]] std::vector<int> take_explained_lines();

 private:
  const text::SourceText& source_;
  std::vector<diagnostics::Diagnostic> diagnostics_;
  std::vector<int> explained_;
  bool year_reported_ = false;
  bool limit_reported_ = false;
  int line_ = 0;
  int end_line_ = 0;
};

}  // namespace digest
