#include "digest/parse_digest.hpp"

#include "config/front_matter.hpp"
#include "diagnostics/diagnostic_list.hpp"
#include "digest/check_digest.hpp"
#include "digest/date_text.hpp"
#include "digest/digest_date.hpp"
#include "digest/line_fragments.hpp"
#include "digest/paper_fields.hpp"
#include "digest/read_page.hpp"
#include "digest/read_records.hpp"
#include "digest/read_table.hpp"
#include "digest/recognise_format.hpp"
#include "digest/record_scanner.hpp"
#include "digest/report.hpp"
#include "text/suggestion.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace digest {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Reported;
using diagnostics::Severity;

/// What the front matter of a digest says.
struct Settings {
  std::optional<text::CalendarDate> date;
  std::string format;
  std::size_t first_line = 1;  ///< of the digest itself
};

class DigestReader {
 public:
  DigestReader(const text::SourceText& source, const DigestOptions& options)
      : source_(source), options_(options), claims_(source) {
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
    return {.value = several(std::move(claims)), .diagnostics = std::move(diagnostics_)};
  }

 private:
  void read_text() {
    const Settings settings = read_front_matter();
    const Format* const format = choose_format(settings);
    if (format == nullptr) {
      return;
    }
    parsed_.format_name = format->name;
    if (format->reader == Reader::table) {
      read_tables(settings, *format);
      return;
    }
    ScannedLines lines =
        scan_lines(source_, *format, settings.first_line, options_.limits.max_line_size);
    parsed_.digest.legend = std::move(lines.legend);
    const DigestFrame frame = frame_records(lines.fragments, *format);
    claim_head(frame, *format);
    read_records(frame, *format);
    diagnostics::append(diagnostics_, report_lost_headers(source_, frame, explained_lines_));
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
                          .date_line = date_line_};
    Reported<text::CalendarDate> date = date_of(parsed_.digest, clues);
    parsed_.digest.date = date.value;
    diagnostics::append(diagnostics_, std::move(date.diagnostics));
    diagnostics::append(diagnostics_, check_digest(source_, parsed_.digest, frame.contents));
  }

  void read_tables(const Settings& settings, const Format& format) {
    Reported<TableDigests> read = read_table({.source = source_,
                                              .format = format,
                                              .options = options_,
                                              .first_line = settings.first_line,
                                              .date = settings.date,
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

  Settings read_front_matter() {
    Settings settings;
    diagnostics::Expected<config::FrontMatter> front = config::split_front_matter(source_);
    if (!front) {
      diagnostics_.push_back(std::move(front.error()));
      settings.first_line = static_cast<std::size_t>(line_of("---")) + 1;
      claim_front_matter(settings.first_line);
      return settings;
    }
    settings.first_line = front->body_line;
    claim_front_matter(settings.first_line);
    const values::Value& matter = front->matter;
    settings.format = matter.member("format").as_text();
    if (const values::Value date = matter.member("date"); !date.is_undefined()) {
      settings.date = text::parse_iso_date(date.as_text());
      if (!settings.date) {
        report(line_of("date:"), {.severity = Severity::error,
                                  .code = "digest/bad-date",
                                  .message = "this date is not in the calendar",
                                  .remedy = "write it as 2023-02-08, or 2023-02 for a month"});
      }
    }
    report_unknown_keys(matter);
    return settings;
  }

  void claim_front_matter(std::size_t body_line) {
    for (std::size_t line = 1; line < body_line; ++line) {
      claims_.claim(text::trim(source_.line(line)), "head:front-matter");
    }
  }

  void report_unknown_keys(const values::Value& matter) {
    static constexpr std::array<std::string_view, 2> kKnown = {"date", "format"};
    for (std::size_t i = 0; i < matter.size(); ++i) {
      const std::string_view name = matter.member_name(i);
      if (std::ranges::find(kKnown, name) == kKnown.end()) {
        const std::string suggestion = text::did_you_mean(name, kKnown);
        report(line_of(name),
               {.severity = Severity::warning,
                .code = "digest/unknown-key",
                .message = "the front matter of a digest has no \"" + std::string(name) + "\"",
                .remedy = suggestion.empty() ? "it may have `date` and `format`" : suggestion});
      }
    }
  }

  /// The first line that begins with `word`; 1 if none does.
  [[nodiscard]] int line_of(std::string_view word) const {
    for (std::size_t line = 2; line <= source_.line_count(); ++line) {
      if (text::trim(source_.line(line)).starts_with(word)) {
        return static_cast<int>(line);
      }
    }
    return 1;
  }

  const Format* choose_format(const Settings& settings) {
    const std::string& name = settings.format.empty() ? options_.format : settings.format;
    if (!name.empty()) {
      const auto named = std::ranges::find(options_.formats, name, &Format::name);
      if (named != options_.formats.end()) {
        parsed_.format_reason = settings.format.empty() ? "the site's configuration names it"
                                                        : "the front matter names it";
        return &*named;
      }
      report_unknown_format(name);
    }
    const RecognisedFormat recognised =
        recognise_format(source_, settings.first_line, options_.formats);
    parsed_.format_reason = recognised.reason;
    if (recognised.format == nullptr) {
      report(
          recognised.strange_line,
          {.severity = Severity::error,
           .code = "digest/unknown-format",
           .message =
               "no format fits this file, so no record was read: " + recognised.reason +
               (recognised.strange_line > 0 ? "; this is the first line that does not fit it" : ""),
           .remedy = "name the format in a front matter with `format:`, describe the layout in "
                     "a format file, or move the file out of the digests if it is none"});
    } else if (recognised.rival != nullptr) {
      report(0,
             {.severity = Severity::error,
              .code = "digest/ambiguous-format",
              .message = "two formats fit this file, so no record was read: \"" +
                         recognised.format->name + "\" and \"" + recognised.rival->name + "\"",
              .remedy = "name one of them in a front matter with `format:`, or give one a higher "
                        "`priority`"});
      return nullptr;
    }
    return recognised.format;
  }

  void report_unknown_format(const std::string& name) {
    std::vector<std::string_view> names;
    for (const Format& format : options_.formats) {
      names.push_back(format.name);
    }
    report(line_of("format:"), {.severity = Severity::error,
                                .code = "digest/no-such-format",
                                .message = "there is no format \"" + name + "\"",
                                .remedy = text::did_you_mean(name, names)});
  }

  void claim_head(const DigestFrame& frame, const Format& format) {
    const int first_record = frame.records.empty() ? 0 : frame.records.front().header.line;
    for (const Fragment& fragment : frame.head) {
      claim_head_line(fragment, format);
    }
    for (const Fragment& entry : frame.contents) {
      claims_.claim(entry.whole, "head:contents");
    }
    for (const Fragment& fragment : frame.noise) {
      if (fragment.kind == FragmentKind::noise) {
        claims_.claim(fragment.whole, "noise:" + format.noise[fragment.rule].name);
      } else {
        claims_.claim(fragment.whole,
                      fragment.line < first_record ? "head:legend" : "noise:watermark");
      }
    }
    for (const Fragment& mark : frame.also_marks) {
      claims_.claim(mark.whole, "head:also-mark");
    }
    for (const Fragment& closer : frame.closers) {
      claims_.claim(closer.whole, "head:closer");
    }
    for (const Fragment& heading : frame.headings) {
      claims_.claim(heading.whole, "head:category");
      add_category(record_text(heading.body, clean_));
    }
  }

  /// One date, or the first and the last day of several.
  void read_date_line(const LinePattern& pattern, std::string_view line) {
    const std::optional<PatternMatch> match = pattern.at_start(line);
    if (!match || date_line_) {
      return;
    }
    for (std::size_t i = 0; i < match->capture_count; ++i) {
      const Capture& capture = match->captures.at(i);
      const std::optional<DateText> date =
          capture.name == "date" ? date_at(capture.text, 0) : std::nullopt;
      if (date) {
        parsed_.digest.date_start = date_line_;
        date_line_ = date->date;
      }
    }
  }

  /// A category that a heading names in full: its code is its name.
  void add_category(const std::string& name) {
    std::vector<LegendEntry>& legend = parsed_.digest.legend;
    if (!name.empty() && std::ranges::find(legend, name, &LegendEntry::code) == legend.end()) {
      legend.push_back({.code = name, .name = name});
    }
  }

  void claim_head_line(const Fragment& fragment, const Format& format) {
    if (fragment.kind == FragmentKind::head_line) {
      claims_.claim(fragment.whole, "head:" + format.head_lines[fragment.rule].name);
      return;
    }
    if (fragment.kind == FragmentKind::date) {
      claims_.claim(fragment.whole, "head:date");
      read_date_line(format.dates[fragment.rule], fragment.whole);
      return;
    }
    if (fragment.kind == FragmentKind::source_note) {
      claims_.claim(fragment.whole, "head:source-note");
      parsed_.digest.source_note = record_text(fragment.whole, clean_);
      return;
    }
    if (is_summary(fragment, format) && !fragment.body.empty()) {
      claims_.claim(fragment.whole, "head:summary");
      claims_.claim(fragment.body, "head:summary");
      parsed_.digest.summary = record_text(fragment.body, clean_);
      return;
    }
    const auto date = date_line_ ? std::nullopt : date_in_line(fragment.whole);
    if (date) {
      claims_.claim(fragment.whole, "head:date");
      date_line_ = date;
    }
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
      ClaimBook claims(source_);
      Reported<Paper> paper = read_record(block, number, context, claims);
      if (paper.value.title.empty()) {
        leave_out(block);
        continue;
      }
      claims_.append(std::move(claims));
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
    diagnostics_.push_back(
        {.severity = Severity::error,
         .code = "digest/no-record",
         .where = {.path = source_.path()},
         .message = frame.contents.empty()
                        ? "this digest has no record"
                        : "this digest has " + std::to_string(frame.contents.size()) +
                              " titles and no record behind any of them",
         .remedy = "a record is a line such as `1、[LG] Title`, the authors, the affiliations in "
                   "brackets, texts, and the paper's address"});
  }

  /// Line 0: the file as a whole.
  void report(int line, Diagnostic diagnostic) {
    if (line == 0) {
      diagnostic.where = {.path = source_.path()};
      diagnostics_.push_back(std::move(diagnostic));
      return;
    }
    report_line(diagnostics_, source_, line, std::move(diagnostic));
  }

  const text::SourceText& source_;
  const DigestOptions& options_;
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

std::string digest_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  path = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = path.rfind('.');
  return std::string(dot == 0 ? path : path.substr(0, dot));
}

}  // namespace digest
