#include "digest/digest_head.hpp"

#include "digest/date_text.hpp"
#include "digest/digest_date.hpp"
#include "digest/record_text.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

namespace {

class HeadReader {
 public:
  HeadReader(const Format& format, bool clean, Digest& digest, ClaimBook& claims)
      : format_(format), digest_(digest), claims_(claims), clean_(clean) {}

  std::optional<text::CalendarDate> read(const DigestFrame& frame) {
    const int first_record = frame.records.empty() ? 0 : frame.records.front().header.line;
    for (const Fragment& fragment : frame.head) {
      claim_head_line(fragment);
    }
    for (const Fragment& entry : frame.contents) {
      claims_.claim(entry.whole, "head:contents");
    }
    for (const Fragment& fragment : frame.noise) {
      if (fragment.kind == FragmentKind::noise) {
        claims_.claim(fragment.whole, "noise:" + format_.noise[fragment.rule].name);
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
    return date_line_;
  }

 private:
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
        digest_.date_start = date_line_;
        date_line_ = date->date;
      }
    }
  }

  /// A category that a heading names in full: its code is its name.
  void add_category(const std::string& name) {
    std::vector<LegendEntry>& legend = digest_.legend;
    if (!name.empty() && std::ranges::find(legend, name, &LegendEntry::code) == legend.end()) {
      legend.push_back({.code = name, .name = name});
    }
  }

  void claim_head_line(const Fragment& fragment) {
    if (fragment.kind == FragmentKind::head_line) {
      claims_.claim(fragment.whole, "head:" + format_.head_lines[fragment.rule].name);
      return;
    }
    if (fragment.kind == FragmentKind::date) {
      claims_.claim(fragment.whole, "head:date");
      read_date_line(format_.dates[fragment.rule], fragment.whole);
      return;
    }
    if (fragment.kind == FragmentKind::source_note) {
      claims_.claim(fragment.whole, "head:source-note");
      digest_.source_note = record_text(fragment.whole, clean_);
      return;
    }
    if (is_summary(fragment, format_) && !fragment.body.empty()) {
      claims_.claim(fragment.whole, "head:summary");
      claims_.claim(fragment.body, "head:summary");
      digest_.summary = record_text(fragment.body, clean_);
      return;
    }
    const auto date = date_line_ ? std::nullopt : date_in_line(fragment.whole);
    if (date) {
      claims_.claim(fragment.whole, "head:date");
      date_line_ = date;
    }
  }

  const Format& format_;
  Digest& digest_;
  ClaimBook& claims_;
  std::optional<text::CalendarDate> date_line_;
  bool clean_;
};

}  // namespace

std::optional<text::CalendarDate> read_digest_head(const DigestFrame& frame, const Format& format,
                                                   bool clean, Digest& digest, ClaimBook& claims) {
  return HeadReader(format, clean, digest, claims).read(frame);
}

}  // namespace digest
