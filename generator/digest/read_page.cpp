#include "digest/read_page.hpp"

#include "diagnostics/diagnostic_list.hpp"
#include "digest/markup_limits.hpp"
#include "digest/page_lines.hpp"
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

/// A piece of the source.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// From the text of a page back to its source.
class PlaceMap {
 public:
  /// Both outlive the map.
  PlaceMap(const PageLines& page, const text::SourceText& text) : page_(page), text_(text) {}

  /// Where the `size` bytes at `offset` of the text come from, in the order of the text.
  [[nodiscard]] std::vector<Span> spans(std::size_t offset, std::size_t size) const {
    std::vector<Span> found;
    auto run = std::ranges::upper_bound(page_.runs, offset, {}, &TextRun::begin);
    run -= run == page_.runs.begin() ? 0 : 1;
    for (; run != page_.runs.end() && run->begin < offset + size; ++run) {
      const std::size_t begin = std::max(offset, run->begin);
      const std::size_t end = std::min(offset + size, run->begin + run->size);
      if (begin >= end || run->source_size == 0) {
        continue;
      }
      const bool exact = run->size == run->source_size;
      const std::size_t from = run->source_begin + (exact ? begin - run->begin : 0);
      found.push_back({from, exact ? from + (end - begin) : from + run->source_size});
    }
    return found;
  }

  /// Where byte `offset` of the text comes from; what has no source is where the next piece is.
  [[nodiscard]] std::optional<std::size_t> source_offset(std::size_t offset) const {
    auto run = std::ranges::upper_bound(page_.runs, offset, {}, &TextRun::begin);
    if (run == page_.runs.begin()) {
      return run == page_.runs.end() ? std::nullopt : std::optional(run->source_begin);
    }
    --run;
    const bool exact = run->size == run->source_size;
    const std::size_t inside = std::min(offset - run->begin, run->source_size);
    return run->source_begin + (exact ? inside : 0);
  }

  [[nodiscard]] std::optional<std::size_t> line_offset(int line) const {
    const auto number = static_cast<std::size_t>(line);
    return number == 0 || number > text_.line_count() ? std::nullopt
                                                      : source_offset(text_.line_start(number));
  }

 private:
  const PageLines& page_;
  const text::SourceText& text_;
};

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
    const PageFormat* const format = choose_page_format(source_, options_.formats);
    const PageLines page = read_page_lines(source_.bytes(), format == nullptr ? kPlain : *format);
    const text::SourceText text(source_.path(), page.text);
    const PlaceMap places(page, text);
    std::vector<ParsedDigest> digests = read_lines(text, places);
    for (const DroppedText& dropped : page.dropped) {
      claim({dropped.source_begin, dropped.source_begin + dropped.source_size}, dropped.kind, 0);
    }
    claim_markup();
    // Only lists of tables hold several digests, and saved pages are read as lines.
    digests.front().claims = std::move(claims_).complete();
    return digests;
  }

  std::vector<ParsedDigest> read_lines(const text::SourceText& text, const PlaceMap& places) {
    Reported<ParsedDigest> parsed = parse_digest(text, options_);
    for (Diagnostic& diagnostic : parsed.diagnostics) {
      diagnostics_.push_back(placed(std::move(diagnostic), text, places));
    }
    for (const Claim& one : parsed.value.claims) {
      take_claim(one, places);
    }
    for (Paper& paper : parsed.value.digest.papers) {
      paper.source.line = source_line(paper.source.line, places);
      paper.source.end_line =
          std::max(paper.source.line, source_line(paper.source.end_line, places));
    }
    if (!parsed.value.format_reason.empty()) {
      parsed.value.format_reason = "of the page's text, " + parsed.value.format_reason;
    }
    std::vector<ParsedDigest> digests;
    digests.push_back(std::move(parsed.value));
    return digests;
  }

  /// The pieces of a claim on one line of the source are one, with the markup between them.
  void take_claim(const Claim& one, const PlaceMap& places) {
    if (one.kind == "blank") {
      return;
    }
    std::optional<Span> open;
    for (const Span& span : places.spans(one.offset, one.size)) {
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

  void claim(Span span, std::string_view kind, int paper) {
    claims_.claim(text::trim(source_.bytes().substr(span.begin, span.end - span.begin)), kind,
                  paper);
    taken_.push_back(span);
  }

  /// Everything that gave no text.
  void claim_markup() {
    std::ranges::sort(taken_, {}, &Span::begin);
    std::size_t at = 0;
    const std::vector<Span> taken = std::exchange(taken_, {});
    for (const Span& span : taken) {
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
  std::vector<Span> taken_;
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
