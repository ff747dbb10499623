#include "digest/read_page.hpp"

#include "diagnostics/diagnostic_list.hpp"
#include "digest/markup_limits.hpp"
#include "digest/page_lines.hpp"
#include "digest/place_map.hpp"
#include "digest/report.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace digest {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Reported;

constexpr std::array<std::string_view, 3> kEndings = {".html", ".htm", ".xhtml"};

const PageFormat* choose_page_format(const text::SourceText& source,
                                     std::span<const Format> formats) {
  for (const Format& format : formats) {
    const auto stands_in = [&source](const std::string& text) {
      return source.bytes().find(text) != std::string_view::npos;
    };
    if (format.page && std::ranges::all_of(format.page->recognise_contains, stands_in)) {
      return &*format.page;
    }
  }
  return nullptr;
}

class SavedPageReader {
 public:
  SavedPageReader(const text::SourceText& source, const DigestOptions& options)
      : source_(source), options_(options), claims_(source) {}

  Reported<std::vector<ParsedDigest>> read() && {
    ByteCheck bytes = check_bytes(source_, options_.limits);
    diagnostics_ = std::move(bytes.diagnostics);
    // Lines of markup mean nothing, so a long one is no mistake.
    std::erase_if(diagnostics_, [](const Diagnostic& d) { return d.code == "digest/line-limit"; });
    std::vector<ParsedDigest> digests;
    if (bytes.readable && is_within_limits()) {
      digests = read_text();
    } else {
      digests.push_back(nothing());
    }
    diagnostics::sort_and_deduplicate(diagnostics_);
    return {.value = std::move(digests), .diagnostics = std::move(diagnostics_)};
  }

 private:
  bool is_within_limits() {
    const MarkupExcess excess = find_markup_excess(source_.bytes());
    if (excess.limit.empty()) {
      return true;
    }
    const std::size_t limit = excess.limit == "max_depth" ? kMaxElementDepth : kMaxAttributes;
    report_offset(diagnostics_, source_, excess.offset,
                  {.code = "digest/markup-limit",
                   .message = "this page is not read; the limit " + std::string(excess.limit) +
                              " is " + std::to_string(limit),
                   .remedy = "save the page's text as a .txt file"});
    return false;
  }

  ParsedDigest nothing() {
    ParsedDigest parsed;
    parsed.digest.name = digest_name(source_.path());
    parsed.digest.file = source_.path();
    parsed.claims = std::move(claims_).complete();
    return parsed;
  }

  std::vector<ParsedDigest> read_text() {
    static const PageFormat kPlain;
    const PageFormat* const chosen = choose_page_format(source_, options_.formats);
    const PageFormat& format = chosen == nullptr ? kPlain : *chosen;
    PageLines page = read_page_lines(source_.bytes(), format, PageTables::as_lines);
    if (page.has_table) {
      PageLines rows = read_page_lines(source_.bytes(), format, PageTables::as_rows);
      if (is_table_file({source_.path(), rows.text.text}, options_)) {
        page = std::move(rows);
      }
    }
    std::vector<ParsedDigest> digests = read_lines(page);
    for (const DroppedText& dropped : page.dropped) {
      claim({dropped.source_begin, dropped.source_begin + dropped.source_size}, dropped.kind, 0);
    }
    claim_markup();
    share_claims(digests);
    return digests;
  }

  std::vector<ParsedDigest> read_lines(const PageLines& page) {
    const text::SourceText text(source_.path(), page.text.text);
    const PlaceMap places(page.text, text);
    Reported<std::vector<ParsedDigest>> parsed = parse_page_text(text, page.published, options_);
    for (Diagnostic& diagnostic : parsed.diagnostics) {
      diagnostics_.push_back(placed(std::move(diagnostic), text, places));
    }
    for (std::size_t i = 0; i < parsed.value.size(); ++i) {
      ParsedDigest& one = parsed.value[i];
      for (const Claim& claim : std::exchange(one.claims, {})) {
        take_claim(claim, i, places);
      }
      for (Paper& paper : one.digest.papers) {
        paper.source.line = source_line(paper.source.line, places);
        paper.source.end_line =
            std::max(paper.source.line, last_source_line(paper.source.end_line, places));
      }
      if (!one.format_reason.empty()) {
        one.format_reason = "of the page's text, " + one.format_reason;
      }
    }
    return std::move(parsed.value);
  }

  /// What no digest has said anything about belongs to the one whose claim stands before it.
  void share_claims(std::vector<ParsedDigest>& digests) {
    std::ranges::sort(owners_);
    auto next = owners_.begin();
    std::size_t owner = 0;
    for (Claim& claim : std::move(claims_).complete()) {
      for (; next != owners_.end() && next->first <= claim.offset; ++next) {
        owner = next->second;
      }
      digests[owner].claims.push_back(std::move(claim));
    }
  }

  /// The pieces of a claim on one line of the source are one, with the markup between them.
  void take_claim(const Claim& one, std::size_t digest, const PlaceMap& places) {
    if (one.kind == "blank") {
      return;
    }
    std::optional<SourceSpan> open;
    for (const SourceSpan& span : places.spans(one.offset, one.size)) {
      owners_.emplace_back(span.begin, digest);
      const bool joins = open && span.begin >= open->end && is_one_line(open->end, span.begin);
      if (joins) {
        open->end = span.end;
        continue;
      }
      if (open) {
        claim(*open, one.kind, one.paper);
      }
      open = span;
    }
    if (open) {
      claim(*open, one.kind, one.paper);
    }
  }

  [[nodiscard]] bool is_one_line(std::size_t begin, std::size_t end) const {
    constexpr std::size_t kMostMarkup = 4096;
    return end - begin <= kMostMarkup &&
           source_.bytes().substr(begin, end - begin).find('\n') == std::string_view::npos;
  }

  void claim(SourceSpan span, std::string_view kind, int paper) {
    claims_.claim(text::trim(source_.bytes().substr(span.begin, span.end - span.begin)), kind,
                  paper);
    taken_.push_back(span);
  }

  /// Everything that gave no text.
  void claim_markup() {
    std::ranges::sort(taken_, {}, &SourceSpan::begin);
    std::size_t at = 0;
    const std::vector<SourceSpan> taken = std::exchange(taken_, {});
    for (const SourceSpan& span : taken) {
      if (span.begin > at) {
        claim({at, span.begin}, "noise:markup", 0);
      }
      at = std::max(at, span.end);
    }
    claim({at, source_.bytes().size()}, "noise:markup", 0);
  }

  [[nodiscard]] int source_line(int line, const PlaceMap& places) const {
    const std::optional<std::size_t> offset = places.line_offset(line);
    return offset ? source_.place_of(*offset).line : 1;
  }

  /// Where the last piece of a line comes from.
  [[nodiscard]] int last_source_line(int line, const PlaceMap& places) const {
    const std::vector<SourceSpan> spans = places.line_spans(line);
    return spans.empty() ? 1 : source_.place_of(spans.back().end - 1).line;
  }

  /// `diagnostic` at its place in the source.
  Diagnostic placed(Diagnostic diagnostic, const text::SourceText& text,
                    const PlaceMap& places) const {
    for (diagnostics::Note& note : diagnostic.notes) {
      if (note.where.line > 0) {
        note.where = {
            .path = source_.path(), .line = source_line(note.where.line, places), .column = 0};
      }
    }
    const int line = diagnostic.where.line;
    if (line <= 0 || static_cast<std::size_t>(line) > text.line_count()) {
      return diagnostic;
    }
    const auto column = static_cast<std::size_t>(std::max(diagnostic.where.column - 1, 0));
    const std::optional<std::size_t> offset =
        places.source_offset(text.line_start(static_cast<std::size_t>(line)) + column);
    std::vector<Diagnostic> one;
    diagnostic.source_line.clear();
    report_offset(one, source_, offset.value_or(0), std::move(diagnostic));
    return one.front();
  }

  const text::SourceText& source_;
  const DigestOptions& options_;
  ClaimBook claims_;
  std::vector<SourceSpan> taken_;
  std::vector<std::pair<std::size_t, std::size_t>> owners_;  ///< where claims begin, their digest
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

bool is_page_file(std::string_view path) {
  const std::string lower = text::ascii_lower(path);
  return std::ranges::any_of(kEndings, [&lower](std::string_view e) { return lower.ends_with(e); });
}

Reported<std::vector<ParsedDigest>> read_page(const text::SourceText& source,
                                              const DigestOptions& options) {
  return SavedPageReader(source, options).read();
}

}  // namespace digest
