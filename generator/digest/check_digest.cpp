#include "digest/check_digest.hpp"

#include "digest/markdown_marks.hpp"
#include "digest/report.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace digest {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Severity;

/// A record has at least its authors, its affiliations and its address; fewer lines are strays.
constexpr std::size_t kLeastRecordLines = 3;

/// More openers than these would hide what a message says.
constexpr std::size_t kShownOpeners = 4;

class DigestChecker {
 public:
  DigestChecker(const text::SourceText& source, const Digest& digest,
                std::span<const Fragment> contents)
      : source_(source), digest_(digest), contents_(contents) {}

  std::vector<Diagnostic> check() && {
    check_contents();
    check_ranks();
    check_identities();
    return std::move(diagnostics_);
  }

 private:
  void warn(int line, std::string code, std::string message, std::string remedy) {
    report_line(diagnostics_, source_, line,
                {.severity = Severity::warning,
                 .code = std::move(code),
                 .message = std::move(message),
                 .remedy = std::move(remedy)});
  }

  /// A list of contents and the records say the same twice; where they differ, something is lost.
  void check_contents() {
    if (contents_.empty()) {
      return;
    }
    std::map<std::string, int, std::less<>> entries;  // title to line
    for (const Fragment& entry : contents_) {
      entries.emplace(text::collapse_whitespace(entry.body), entry.line);
    }
    for (const Paper& paper : digest_.papers) {
      if (entries.erase(text::collapse_whitespace(paper.title)) == 0) {
        warn(paper.source.line, "digest/not-in-contents",
             "the list of contents has no entry with this title",
             "compare the titles; one of them may be damaged");
      }
    }
    for (const auto& [title, line] : entries) {
      warn(line, "digest/missing-record", "the list of contents names a paper that has no record",
           "look whether the record, or the line with its title, is missing");
    }
  }

  void check_ranks() {
    int expected = 1;
    for (const Paper& paper : digest_.papers) {
      if (!paper.rank) {
        continue;
      }
      if (*paper.rank != expected) {
        warn(paper.source.line, "digest/rank-order",
             "this paper has number " + std::to_string(*paper.rank) + " where " +
                 std::to_string(expected) + " is next",
             "look whether a record is missing, or number the papers anew");
      }
      expected = *paper.rank < 1'000'000 ? *paper.rank + 1 : 1;
    }
  }

  void check_identities() {
    std::map<std::string_view, int> lines;  // identity to the line of its first paper
    for (const Paper& paper : digest_.papers) {
      const auto [first, is_new] = lines.emplace(paper.id, paper.source.line);
      if (is_new) {
        continue;
      }
      const std::string claimed = paper.url.empty() ? paper.id : paper.url;
      warn(paper.source.line, "digest/duplicate-address",
           "two papers of this digest claim " + claimed, "correct the address of one of them");
      diagnostics_.back().notes.push_back(
          {.where = {.path = source_.path(), .line = first->second, .column = 0},
           .message = "the first one is here"});
    }
  }

  const text::SourceText& source_;
  const Digest& digest_;
  std::span<const Fragment> contents_;
  std::vector<Diagnostic> diagnostics_;
};

/// Groups what stands between two records by what it seems to be.
class LostRecords {
 public:
  LostRecords(const text::SourceText& source, const DigestFrame& frame, const Format& format,
              std::vector<int>& explained)
      : source_(source), frame_(frame), format_(format), explained_(explained) {}

  std::vector<Diagnostic> report() && {
    const std::vector<Fragment>& stray = frame_.stray;
    auto record = frame_.records.begin();
    for (std::size_t first = 0; first < stray.size();) {
      // What stands before a header has nothing to do with what stands behind its record.
      while (record != frame_.records.end() && record->header.line <= stray[first].line) {
        ++record;
      }
      std::size_t end = first + 1;
      while (end < stray.size() && !begins_group(stray[end]) &&
             (record == frame_.records.end() || stray[end].line < record->header.line)) {
        ++end;
      }
      report_group(std::span(stray).subspan(first, end - first));
      first = end;
    }
    return std::move(diagnostics_);
  }

 private:
  [[nodiscard]] const RepeatedLabel* repeated_at(int line) const {
    const auto found = std::ranges::lower_bound(frame_.repeated, line, {}, &RepeatedLabel::line);
    return found != frame_.repeated.end() && found->line == line ? &*found : nullptr;
  }

  [[nodiscard]] bool begins_group(const Fragment& fragment) const {
    return fragment.kind == FragmentKind::lost_header ||
           (fragment.kind == FragmentKind::label && repeated_at(fragment.line) != nullptr);
  }

  void report_group(std::span<const Fragment> group) {
    const Fragment& first = group.front();
    if (first.kind == FragmentKind::lost_header) {
      explain(group, {.severity = Severity::warning,
                      .code = "digest/unread-header",
                      .message = "this looks like the first line of a paper, but no opener of the "
                                 "format fits it; " +
                                 left_out(group),
                      .remedy = "its openers are " + openers() +
                                ": correct the line, or add an opener that fits it; if it opens "
                                "no paper, add a noise rule"});
      return;
    }
    if (const RepeatedLabel* const repeated = repeated_at(first.line)) {
      explain(group, {.severity = Severity::warning,
                      .code = "digest/repeated-label",
                      .message = "the paper before this has the field of this label already; " +
                                 left_out(group),
                      .remedy = "if another paper begins here, correct its first line; else let "
                                "one of the two labels fill another field"});
      diagnostics_.back().notes.push_back(
          {.where = {.path = source_.path(), .line = repeated->first_line, .column = 0},
           .message = "the first one is here"});
      return;
    }
    report_missing_header(group);
  }

  /// Up to the last address.
  void report_missing_header(std::span<const Fragment> group) {
    while (!group.empty() && group.back().kind != FragmentKind::address) {
      group = group.first(group.size() - 1);
    }
    if (group.size() < kLeastRecordLines) {
      return;
    }
    explain(group, {.severity = Severity::warning,
                    .code = "digest/missing-header",
                    .message = "this and the lines up to " + std::to_string(group.back().line) +
                               " look like a paper whose title line is missing; they are left out",
                    .remedy = "put the line with category and title before them: `[LG] Title`"});
  }

  static std::string left_out(std::span<const Fragment> group) {
    const int last = group.back().line;
    return last == group.front().line
               ? "it is left out"
               : "it and the lines up to " + std::to_string(last) + " are left out";
  }

  /// The first few of them, as the format writes them: of those that differ by their list mark only
  /// the first.
  [[nodiscard]] std::string openers() const {
    std::vector<std::string_view> shown;
    std::string list;
    for (const Opener& opener : format_.openers) {
      const std::string_view text = opener.pattern.text();
      const std::string_view behind_mark = text.substr(list_mark_size(text));
      if (std::ranges::find(shown, behind_mark) != shown.end()) {
        continue;
      }
      if (shown.size() == kShownOpeners) {
        return list + " and more";
      }
      shown.push_back(behind_mark);
      list += (list.empty() ? "`" : ", `") + std::string(text) + "`";
    }
    return list;
  }

  void explain(std::span<const Fragment> group, Diagnostic diagnostic) {
    report_line(diagnostics_, source_, group.front().line, std::move(diagnostic));
    for (const Fragment& fragment : group) {
      explained_.push_back(fragment.line);
    }
  }

  const text::SourceText& source_;
  const DigestFrame& frame_;
  const Format& format_;
  std::vector<int>& explained_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::vector<Diagnostic> check_digest(const text::SourceText& source, const Digest& digest,
                                     std::span<const Fragment> contents) {
  return DigestChecker(source, digest, contents).check();
}

std::vector<Diagnostic> report_lost_headers(const text::SourceText& source,
                                            const DigestFrame& frame, const Format& format,
                                            std::vector<int>& explained) {
  return LostRecords(source, frame, format, explained).report();
}

std::vector<Diagnostic> report_unclaimed(const text::SourceText& source,
                                         std::span<const Claim> claims,
                                         std::span<const int> explained) {
  std::vector<Diagnostic> out;
  std::size_t more = 0;
  for (const Claim& claim : claims) {
    if (claim.kind != "unclaimed") {
      continue;
    }
    const int line = diagnostics::location_at(source, claim.offset).line;
    if (std::ranges::binary_search(explained, line)) {
      continue;
    }
    if (out.size() == kMaxUnclaimedReports) {
      ++more;
      continue;
    }
    const std::string_view piece = source.bytes().substr(claim.offset, claim.size);
    const std::size_t start = claim.offset + (piece.size() - text::trim_left(piece).size());
    report_offset(
        out, source, start,
        {.severity = Severity::warning,
         .code = "digest/unclaimed-line",
         .message = "no field of a record, no part of the head and no noise rule claims this",
         .remedy = "if it belongs to a paper, put it between the paper's header and its address; "
                   "if it is boilerplate, add a noise rule to the format"});
  }
  if (more > 0) {
    out.push_back({.severity = Severity::warning,
                   .code = "digest/unclaimed-line",
                   .where = {.path = source.path()},
                   .message = std::to_string(more) + " more pieces of this file are unclaimed",
                   .remedy = "`sitegen explain` shows all of them"});
  }
  return out;
}

}  // namespace digest
