#include "digest/parse_digest.hpp"

#include "diagnostics/diagnostic_list.hpp"
#include "digest/check_digest.hpp"
#include "digest/choose_format.hpp"
#include "digest/date_text.hpp"
#include "digest/digest_date.hpp"
#include "digest/digest_head.hpp"
#include "digest/digest_settings.hpp"
#include "digest/line_fragments.hpp"
#include "digest/paper_fields.hpp"
#include "digest/read_page.hpp"
#include "digest/read_records.hpp"
#include "digest/read_table.hpp"
#include "digest/record_scanner.hpp"
#include "digest/report.hpp"
#include "digest/trimmed_lines.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace digest {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Reported;
using diagnostics::Severity;

class DigestReader {
 public:
  DigestReader(const text::SourceText& source, const DigestOptions& options,
               const std::optional<text::CalendarDate>& published = std::nullopt)
      : source_(source), options_(options), published_(published), claims_(source) {
    parsed_.digest.name = digest_name(source.path());
    parsed_.digest.file = source.path();
  }

  Reported<std::vector<ParsedDigest>> read() && {
    ByteCheck bytes = check_bytes(source_, options_.limits);
    diagnostics::append(diagnostics_, std::move(bytes.diagnostics));
    explained_lines_ = std::move(bytes.long_lines);
    if (bytes.readable) {
      clean_ = bytes.clean;
      read_text();
    }
    std::vector<Claim> claims = std::move(claims_).complete();
    if (!parsed_.digest.papers.empty() || !tables_.digests.empty()) {
      std::ranges::sort(explained_lines_);
      diagnostics::append(diagnostics_, report_unclaimed(source_, claims, explained_lines_));
    }
    diagnostics::sort_and_deduplicate(diagnostics_);
    keep_first_of_each(diagnostics_, "digest/unknown-label");
    return {.value = several(std::move(claims)), .diagnostics = std::move(diagnostics_)};
  }

 private:
  void read_text() {
    Reported<DigestSettings> front = read_digest_settings(source_, claims_);
    const DigestSettings& settings = front.value;
    diagnostics::append(diagnostics_, std::move(front.diagnostics));
    // Many walk over the lines: they are trimmed once.
    const std::vector<std::string_view> trimmed = trimmed_lines(source_);
    Reported<ChosenFormat> chosen = choose_format(source_, trimmed, settings, options_);
    diagnostics::append(diagnostics_, std::move(chosen.diagnostics));
    parsed_.format_reason = std::move(chosen.value.reason);
    const Format* const format = chosen.value.format;
    if (format == nullptr) {
      return;
    }
    parsed_.format_name = format->name;
    if (format->reader == Reader::table) {
      read_tables(settings, *format);
      return;
    }
    ScannedLines lines =
        scan_lines(source_, trimmed, *format, settings.first_line, options_.limits.max_line_size);
    parsed_.digest.legend = std::move(lines.legend);
    const DigestFrame frame = frame_records(lines.fragments, *format);
    date_line_ = read_digest_head(frame, *format, clean_, parsed_.digest, claims_);
    read_records(frame, *format);
    diagnostics::append(diagnostics_,
                        report_lost_headers(source_, frame, *format, explained_lines_));
    if (parsed_.digest.papers.empty()) {
      report_no_record(frame);
      return;
    }
    if (!date_line_ && newest_date_.year != 0) {
      date_line_ = newest_date_;
    }
    const DateClues clues{.front_matter = settings.date,
                          .fixed = configured_date(),
                          .in_name = date_in_name(*format),
                          .name = parsed_.digest.name,
                          .date_line = date_line_,
                          .published = published_};
    Reported<text::CalendarDate> date = date_of(parsed_.digest, clues);
    parsed_.digest.date = date.value;
    diagnostics::append(diagnostics_, std::move(date.diagnostics));
    diagnostics::append(diagnostics_, check_digest(source_, parsed_.digest, frame.contents));
  }

  void read_tables(const DigestSettings& settings, const Format& format) {
    Reported<TableDigests> read = read_table({.source = source_,
                                              .format = format,
                                              .options = options_,
                                              .first_line = settings.first_line,
                                              .date = settings.date,
                                              .published = published_,
                                              .clean = clean_},
                                             claims_);
    tables_ = std::move(read.value);
    explained_lines_.insert(explained_lines_.end(), tables_.explained_lines.begin(),
                            tables_.explained_lines.end());
    diagnostics::append(diagnostics_, std::move(read.diagnostics));
  }

  /// The digests of the file, each with the claims of its own lines.
  std::vector<ParsedDigest> several(std::vector<Claim> claims) {
    std::vector<ParsedDigest> digests;
    if (tables_.digests.empty()) {
      parsed_.claims = std::move(claims);
      digests.push_back(std::move(parsed_));
      return digests;
    }
    for (Digest& one : tables_.digests) {
      digests.push_back({.digest = std::move(one),
                         .claims = {},
                         .format_name = parsed_.format_name,
                         .format_reason = parsed_.format_reason});
    }
    std::size_t line = 1;
    for (Claim& claim : claims) {
      while (line < source_.line_count() && source_.line_start(line + 1) <= claim.offset) {
        ++line;
      }
      digests[tables_.line_owners[line - 1]].claims.push_back(std::move(claim));
    }
    return digests;
  }

  [[nodiscard]] std::optional<text::CalendarDate> configured_date() const {
    const auto date = options_.dates.find(parsed_.digest.name);
    return date == options_.dates.end() ? std::nullopt : std::optional(date->second);
  }

  [[nodiscard]] std::optional<text::CalendarDate> date_in_name(const Format& format) const {
    const std::string& name = parsed_.digest.name;
    for (const LinePattern& pattern : format.file_dates) {
      const std::optional<PatternMatch> match = pattern.at_start(name);
      if (match && match->end == name.size()) {
        const std::optional<DateText> date = date_at(match->capture("date"), 0);
        return date ? std::optional(date->date) : std::nullopt;
      }
    }
    return std::nullopt;
  }

  void read_records(const DigestFrame& frame, const Format& format) {
    std::vector<std::string_view> titles;
    for (const Fragment& entry : frame.contents) {
      if (!entry.body.empty()) {
        titles.push_back(entry.body);
      }
    }
    std::ranges::sort(titles);
    const RecordContext context{.source = source_,
                                .format = format,
                                .titles = titles,
                                .clean = clean_,
                                .max_names = options_.limits.max_names,
                                .newest_date = &newest_date_};
    parsed_.digest.papers.reserve(std::min(frame.records.size(), options_.limits.max_records));
    for (const RecordBlock& block : frame.records) {
      if (parsed_.digest.papers.size() == options_.limits.max_records) {
        report(block.header.line,
               {.severity = Severity::error,
                .code = "digest/records-limit",
                .message = "the records from here on are not read; the limit max_records is " +
                           std::to_string(options_.limits.max_records),
                .remedy = "split the file"});
        return;
      }
      if (block.header.body.empty() && !format.title_is_labelled) {
        leave_out(block);
        continue;
      }
      const int number = static_cast<int>(parsed_.digest.papers.size()) + 1;
      const std::size_t claims_before = claims_.count();
      Reported<Paper> paper = read_record(block, number, context, claims_);
      if (paper.value.title.empty()) {
        claims_.forget_from(claims_before);
        leave_out(block);
        continue;
      }
      diagnostics::append(diagnostics_, std::move(paper.diagnostics));
      parsed_.digest.papers.push_back(std::move(paper.value));
    }
  }

  /// A record without a title: one diagnostic for all its lines.
  void leave_out(const RecordBlock& block) {
    report(block.header.line, {.severity = Severity::error,
                               .code = "digest/missing-title",
                               .message = "this paper has no title, so it is left out",
                               .remedy = "write the title where the format has it: behind what "
                                         "opens the record, or behind its label"});
    for (int line = block.header.line; line <= block.end_line(); ++line) {
      explained_lines_.push_back(line);
    }
  }

  void report_no_record(const DigestFrame& frame) {
    if (!frame.records.empty()) {
      return;  // all were left out, and reported
    }
    report(0, {.severity = Severity::error,
               .code = "digest/no-record",
               .message = frame.contents.empty()
                              ? "this digest has no record"
                              : "this digest has " + std::to_string(frame.contents.size()) +
                                    " titles and no record behind any of them",
               .remedy =
                   "a record is a line such as `1、[LG] Title`, the authors, the affiliations in "
                   "brackets, texts, and the paper's address"});
  }

  void report(int line, Diagnostic diagnostic) {
    report_line(diagnostics_, source_, line, std::move(diagnostic));
  }

  const text::SourceText& source_;
  const DigestOptions& options_;
  std::optional<text::CalendarDate> published_;  ///< of the page that the text is from
  ClaimBook claims_;
  ParsedDigest parsed_;
  TableDigests tables_;  ///< instead, where the file is one of tables
  std::vector<Diagnostic> diagnostics_;
  std::vector<int> explained_lines_;
  std::optional<text::CalendarDate> date_line_;
  text::CalendarDate newest_date_;  ///< that a record names; no date if none does
  bool clean_ = true;
};

}  // namespace

Reported<ParsedDigest> parse_digest(const text::SourceText& source, const DigestOptions& options) {
  Reported<std::vector<ParsedDigest>> file = DigestReader(source, options).read();
  return {.value = std::move(file.value.front()), .diagnostics = std::move(file.diagnostics)};
}

Reported<std::vector<ParsedDigest>> parse_digest_file(const text::SourceText& source,
                                                      const DigestOptions& options) {
  if (is_record_file(source.path())) {
    return read_records(source, options);
  }
  return is_page_file(source.path()) ? read_page(source, options)
                                     : DigestReader(source, options).read();
}

Reported<std::vector<ParsedDigest>> parse_page_text(
    const text::SourceText& source, const std::optional<text::CalendarDate>& published,
    const DigestOptions& options) {
  return DigestReader(source, options, published).read();
}

bool is_table_file(const text::SourceText& source, const DigestOptions& options) {
  ClaimBook claims(source);
  const DigestSettings settings = read_digest_settings(source, claims).value;
  const Format* const format =
      choose_format(source, trimmed_lines(source), settings, options).value.format;
  return format != nullptr && format->reader == Reader::table;
}

std::string digest_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  path = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = path.rfind('.');
  return std::string(dot == 0 ? path : path.substr(0, dot));
}

}  // namespace digest
