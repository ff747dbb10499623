#include "digest/line_fragments.hpp"

#include "digest/fragment_log.hpp"
#include "digest/line_address.hpp"
#include "digest/line_labels.hpp"
#include "digest/line_marks.hpp"
#include "digest/lost_headers.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace digest {

namespace {

using text::trim;

/// No header without a title is longer.
constexpr std::size_t kMaxBareHeader = 64;

/// Whether blanks stand before a line: the items of a list within a record have some.
enum class Margin { none, blanks };

class LineScanner {
 public:
  explicit LineScanner(const Format& format)
      : format_(format), log_(format), marks_(format, log_.state()) {}

  /// The numbers that open a record at the beginning of a line.
  void set_ranks(std::vector<std::string> ranks) {
    std::ranges::sort(ranks);
    marks_.set_ranks(std::move(ranks));
  }

  /// Whether the title of a record is broken over `line` and the next one.
  [[nodiscard]] bool is_broken_header(std::string_view line, std::string_view next) const {
    if (!format_.first_bytes.starts.may_begin(line, 0) || marks_.mark_at(next, 0)) {
      return false;
    }
    // An opener that takes the whole line for the title is the last resort.
    const std::optional<LineMark> mark = marks_.mark_at(line, 0);
    return (!mark || is_open_title(*mark)) && digest::is_broken_header(line, next, format_);
  }

  /// `line` is trimmed; `margin` is what it had before it.
  void scan(std::string_view line, int number, Margin margin) {
    log_.enter_line(number);
    std::string_view rest = without_quote_marks(line);
    whole_line_ = margin == Margin::none && !format_.lists_contents ? rest : std::string_view();
    if (rest.empty() && format_.closers.blank && log_.state().record_open) {
      log_.close({.kind = FragmentKind::closer, .whole = rest});
    }
    const std::string_view closer = rest.substr(rest.size() - marks_.glued_closer_size(rest));
    rest.remove_suffix(closer.size());
    for (rest = trim(rest); !rest.empty();) {
      rest = trim(rest.substr(take(rest)));
    }
    if (!closer.empty()) {
      log_.close({.kind = FragmentKind::closer, .whole = closer});
    }
  }

  ScannedLines result() && { return std::move(log_).result(); }

 private:
  [[nodiscard]] bool is_open_title(const LineMark& mark) const {
    return mark.kind == LineMark::Kind::header &&
           format_.openers[mark.rule].pattern.text().ends_with("{title}");
  }

  /// Drops the marks of a Markdown quote; their rule is the first one of the format.
  std::string_view without_quote_marks(std::string_view line) {
    while (format_.markdown.quotes && line.starts_with('>')) {
      log_.add({.kind = FragmentKind::noise, .whole = line.substr(0, 1)});
      line = trim(line.substr(1));
    }
    return line;
  }

  /// Takes one or more fragments from the beginning of `rest`; returns the bytes taken.
  std::size_t take(std::string_view rest) {
    if (const std::size_t size = marks_.closer_size(rest); size > 0) {
      log_.close({.kind = FragmentKind::closer, .whole = rest.substr(0, size)});
      return size;
    }
    if (const std::optional<std::size_t> rule = marks_.date_line(rest)) {
      log_.add({.kind = FragmentKind::date, .whole = rest, .rule = *rule});
      return rest.size();
    }
    if (const std::optional<LineMark> mark = marks_.mark_at(rest, 0)) {
      return take_mark(rest, *mark);
    }
    if (const std::size_t size = marks_.legend_size(rest, 0); size > 0) {
      take_legend(rest.substr(0, size));
      return size;
    }
    const std::size_t end = marks_.next_mark(rest, 1);
    for (std::string_view piece = trim(rest.substr(0, end)); !piece.empty();) {
      piece = trim(piece.substr(take_piece(piece)));
    }
    return end;
  }

  /// Of several legends, the entries of the first one count; the others are watermarks.
  void take_legend(std::string_view whole) {
    if (log_.state().legend.empty()) {
      log_.set_legend(marks_.legend_at(whole, 0).entries);
    }
    log_.add({.kind = FragmentKind::legend, .whole = trim(whole)});
  }

  std::size_t take_mark(std::string_view rest, const LineMark& mark) {
    if (mark.kind == LineMark::Kind::also_mark) {
      log_.close({.kind = FragmentKind::also_mark, .whole = rest.substr(0, mark.end)});
      return mark.end;
    }
    if (mark.kind == LineMark::Kind::heading) {
      return take_heading(rest, mark);
    }
    std::size_t end = mark.end;
    if (mark.open_end) {
      end = marks_.next_mark(rest, mark.end);
      // In the list of contents the summary may be glued to the last title.
      end = marks_.summary_inside(rest.substr(0, end), mark.end).value_or(end);
    }
    // A blank at the end of the pattern belongs to the header.
    const std::string_view whole = mark.open_end ? trim(rest.substr(0, end)) : rest.substr(0, end);
    const Opener& opener = format_.openers[mark.rule];
    log_.add_header(whole, mark,
                    opener.rest_is_title ? trim(whole.substr(std::min(mark.end, whole.size())))
                                         : title_of(opener, whole));
    return end;
  }

  /// What the opener's placeholder takes for the title; empty if it has none.
  static std::string_view title_of(const Opener& opener, std::string_view whole) {
    const std::optional<PatternMatch> match = opener.pattern.at_start(whole);
    return match ? trim(match->capture("title")) : std::string_view();
  }

  std::size_t take_heading(std::string_view rest, const LineMark& mark) {
    log_.set_after_heading(true);
    const std::size_t end = mark.open_end ? marks_.next_mark(rest, mark.end) : mark.end;
    log_.set_after_heading(false);
    const std::string_view whole = trim(rest.substr(0, end));
    const auto match = format_.headings[mark.rule].at_start(whole);
    log_.close({.kind = FragmentKind::heading,
                .whole = whole,
                .body = match ? trim(match->capture("category")) : std::string_view()});
    return end;
  }

  /// Takes something from the beginning of a piece of a line in which no header, legend or
  /// also-mark begins; returns the bytes taken.
  std::size_t take_piece(std::string_view piece) {
    if (marks_.is_noise(piece)) {
      take_noise(piece);
      return piece.size();
    }
    if (const std::size_t size = take_head_line(piece, Sureness::sure); size > 0) {
      return size;
    }
    if (log_.expects_header() && take_bare_header(piece)) {
      return piece.size();
    }
    if (marks_.source_note_size(piece) > 0) {
      const std::size_t end = marks_.summary_inside(piece, 1).value_or(marks_.head_line_end(piece));
      log_.add({.kind = FragmentKind::source_note, .whole = trim(piece.substr(0, end))});
      return end;
    }
    if (take_label(piece)) {
      return piece.size();
    }
    if (const std::size_t size = take_address(piece); size > 0) {
      return size;
    }
    if (const std::size_t size = take_head_line(piece, Sureness::loose); size > 0) {
      return size;
    }
    if (const std::size_t size = take_loose_header(piece); size > 0) {
      return size;
    }
    const std::size_t end = marks_.summary_inside(piece, 1).value_or(end_of_glued_address(piece));
    if (piece.data() == whole_line_.data() && looks_like_header(piece, format_)) {
      log_.close({.kind = FragmentKind::lost_header, .whole = piece});
      return piece.size();
    }
    take_text(trim(piece.substr(0, end)));
    return end;
  }

  std::size_t take_head_line(std::string_view piece, Sureness sureness) {
    const std::optional<NoiseMatch> line = marks_.head_line(piece, sureness);
    if (!line) {
      return 0;
    }
    log_.add({.kind = FragmentKind::head_line,
              .whole = trim(piece.substr(0, line->size)),
              .rule = line->rule});
    return line->size;
  }

  /// A header with nothing sure at its beginning, where no record is open.
  std::size_t take_loose_header(std::string_view piece) {
    if (log_.state().record_open || format_.loose_openers.empty()) {
      return 0;
    }
    const std::optional<std::size_t> rule = marks_.loose_opener(piece);
    if (!rule) {
      return 0;
    }
    const LinePattern& pattern = format_.opener(*rule)->pattern;
    const std::optional<PatternMatch> match = pattern.at_start(piece);
    LineMark mark;
    mark.rank = match->capture("rank");
    mark.code = match->capture("code");
    mark.rule = *rule;
    log_.add_header(piece.substr(0, match->end), mark, trim(match->capture("title")));
    return match->end;
  }

  /// Takes all of a piece that is nothing but noise.
  void take_noise(std::string_view piece) {
    while (const std::optional<NoiseMatch> noise = marks_.noise_at_start(piece)) {
      log_.add({.kind = FragmentKind::noise,
                .whole = piece.substr(0, noise->size),
                .rule = noise->rule});
      piece = text::trim_left(piece.substr(noise->size));
    }
  }

  /// Where an address ends that is glued to the text before it, if there is nothing but noise
  /// behind it; else the size of `piece`.
  std::size_t end_of_glued_address(std::string_view piece) {
    const std::size_t end =
        format_.closers.address ? glued_address_end(piece).value_or(piece.size()) : piece.size();
    if (end == piece.size() || !marks_.is_noise(text::trim_left(piece.substr(end)))) {
      return piece.size();
    }
    log_.end_at_address();
    return end;
  }

  /// Text, and a label that scraping has glued to its end.
  void take_text(std::string_view piece) {
    const std::optional<LabelMatch> label = label_at_end(piece, format_);
    const std::size_t end = label ? label->begin : piece.size();
    log_.add({.kind = FragmentKind::text, .whole = trim(piece.substr(0, end))});
    add_glued_label(piece, label);
  }

  void add_glued_label(std::string_view text, const std::optional<LabelMatch>& label) {
    if (label) {
      log_.add(
          {.kind = FragmentKind::label, .whole = text.substr(label->begin), .rule = label->rule});
    }
  }

  bool take_label(std::string_view piece) {
    // Before the first record the summary's label is no record's, though they may have it, too.
    const bool summary = !log_.seen_header() && !format_.summary_label.empty() &&
                         literal_size(piece, 0, format_.summary_label).has_value();
    const std::optional<LabelMatch> label = summary ? std::nullopt : label_at_start(piece, format_);
    if (label) {
      if (format_.labels[label->rule].field == Field::title) {
        log_.open_at_title(piece);
      }
      const std::string_view text = trim(piece.substr(label->end));
      const std::optional<LabelMatch> next = label_at_end(text, format_);
      log_.add({.kind = FragmentKind::label,
                .whole = trim(piece.substr(0, label->end)),
                .body = trim(text.substr(0, next ? next->begin : text.size())),
                .rule = label->rule});
      add_glued_label(text, next);
      return true;
    }
    const auto size = literal_size(piece, 0, format_.summary_label);
    if (format_.summary_label.empty() || !size) {
      return false;
    }
    const std::size_t end = *size + mark_size(piece, *size, ':');
    log_.add({.kind = FragmentKind::label,
              .whole = piece.substr(0, end),
              .body = trim(piece.substr(end)),
              .rule = format_.labels.size()});
    return true;
  }

  std::size_t take_address(std::string_view piece) {
    std::size_t size = address_size(piece);
    if (size == 0) {
      return 0;
    }
    const auto wide = static_cast<std::size_t>(
        std::ranges::find_if(piece.substr(0, size), is_wide) - piece.begin());
    if (wide < size && marks_.is_noise(piece.substr(wide))) {
      size = wide;
    }
    log_.add({.kind = FragmentKind::address, .whole = piece.substr(0, size)});
    if (format_.closers.address) {
      log_.end_at_address();
    }
    return size;
  }

  /// `[XX]` where a record must begin: its title is lost.
  bool take_bare_header(std::string_view piece) {
    const auto takes_all = [piece](const Opener& opener) {
      const std::optional<PatternMatch> match = opener.pattern.at_start(std::string(piece) + " ");
      return opener.rest_is_title && match && match->end > piece.size();
    };
    if (piece.size() > kMaxBareHeader || !std::ranges::any_of(format_.openers, takes_all)) {
      return false;
    }
    log_.add({.kind = FragmentKind::header,
              .whole = piece,
              .body = piece.substr(piece.size()),
              .code = piece.substr(1, 2)});
    return true;
  }

  const Format& format_;
  FragmentLog log_;
  LineMarks marks_;
  std::string_view whole_line_;  ///< the line, where it may open a record
};

/// The numbers of the lines that open a record, where such a number may also open one inside a
/// line.
std::vector<std::string> opening_ranks(std::span<const std::string_view> lines,
                                       const Format& format) {
  std::vector<std::string> ranks;
  const auto is_asked = [](const Opener& o) { return o.inside == Opener::Inside::next_rank; };
  if (std::ranges::none_of(format.openers, is_asked)) {
    return ranks;
  }
  const ScanState state;
  const LineMarks marks(format, state);
  for (const std::string_view line : lines) {
    const std::optional<LineMark> mark = marks.mark_at(line, 0);
    if (mark && !mark->rank.empty()) {
      ranks.emplace_back(mark->rank);
    }
  }
  return ranks;
}

}  // namespace

ScannedLines scan_lines(const text::SourceText& source, std::span<const std::string_view> lines,
                        const Format& format, std::size_t first_line, std::size_t max_line_size) {
  LineScanner scanner(format);
  const bool breaks_titles = std::ranges::any_of(format.openers, [](const Opener& opener) {
    return opener.pattern.has_placeholder("title") && !opener.pattern.text().ends_with("{title}");
  });
  scanner.set_ranks(opening_ranks(lines.subspan(std::min(first_line - 1, lines.size())), format));
  for (std::size_t number = first_line; number <= lines.size(); ++number) {
    if (source.line(number).size() > max_line_size) {
      continue;
    }
    std::string_view line = lines[number - 1];
    const Margin margin = line.data() == source.line(number).data() ? Margin::none : Margin::blanks;
    const int first = static_cast<int>(number);
    if (breaks_titles && number < lines.size() && scanner.is_broken_header(line, lines[number])) {
      const std::string_view next = lines[number++];
      line = {line.data(), static_cast<std::size_t>(next.data() + next.size() - line.data())};
    }
    scanner.scan(line, first, margin);
  }
  return std::move(scanner).result();
}

}  // namespace digest
