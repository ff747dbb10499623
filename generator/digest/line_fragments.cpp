#include "digest/line_fragments.hpp"

#include "digest/line_labels.hpp"
#include "digest/line_marks.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

namespace digest {

namespace {

using text::trim;

/// No header without a title is longer.
constexpr std::size_t kMaxBareHeader = 64;

std::size_t word_end(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && blanks_at(text, end) == 0) {
    ++end;
  }
  return end;
}

bool is_host_byte(char c) {
  return is_lower(c) || is_capital(c) || is_digit(c) || c == '.' || c == '-' || c == '+';
}

bool is_web(std::string_view text) {
  const std::string start = text::ascii_lower(text.substr(0, 8));
  return start.starts_with("http://") || start == "https://";
}

/// The size of an address at the beginning of `text`: up to the next blank where it begins with
/// http, else only if `text` is one Latin word, with a scheme or a host in front.
std::size_t address_size(std::string_view text) {
  const std::size_t end = word_end(text);
  if (is_web(text)) {
    return end;
  }
  if (end < text.size() || has_han(text)) {
    return 0;
  }
  const auto host =
      static_cast<std::size_t>(std::ranges::find_if_not(text, is_host_byte) - text.begin());
  if (host < 2 || host + 1 >= text.size() || is_digit(text[0])) {
    return 0;
  }
  const bool scheme = text[host] == ':';
  const bool bare_host = text[host] == '/' && text.substr(0, host).find('.') != std::string::npos;
  return scheme || bare_host ? end : 0;
}

class LineScanner {
 public:
  explicit LineScanner(const Format& format) : format_(format), marks_(format, state_) {}

  /// The numbers that open a record at the beginning of a line.
  void set_ranks(std::vector<std::string> ranks) {
    std::ranges::sort(ranks);
    marks_.set_ranks(std::move(ranks));
  }

  void scan(std::string_view line, int number) {
    line_ = number;
    std::string_view rest = without_quote_marks(trim(line));
    if (rest.empty() && format_.closers.blank && state_.record_open) {
      close({.kind = FragmentKind::closer, .whole = rest});
    }
    const std::string_view closer = rest.substr(rest.size() - marks_.glued_closer_size(rest));
    rest.remove_suffix(closer.size());
    for (rest = trim(rest); !rest.empty();) {
      rest = trim(rest.substr(take(rest)));
    }
    if (!closer.empty()) {
      close({.kind = FragmentKind::closer, .whole = closer});
    }
  }

  ScannedLines result() && {
    return {.fragments = std::move(fragments_), .legend = std::move(state_.legend)};
  }

 private:
  /// Drops the marks of a Markdown quote; their rule is the first one of the format.
  std::string_view without_quote_marks(std::string_view line) {
    while (format_.markdown.quotes && line.starts_with('>')) {
      add({.kind = FragmentKind::noise, .whole = line.substr(0, 1)});
      line = trim(line.substr(1));
    }
    return line;
  }

  /// Takes one or more fragments from the beginning of `rest`; returns the bytes taken.
  std::size_t take(std::string_view rest) {
    if (const std::size_t size = marks_.closer_size(rest); size > 0) {
      close({.kind = FragmentKind::closer, .whole = rest.substr(0, size)});
      return size;
    }
    if (const std::optional<std::size_t> rule = marks_.date_line(rest)) {
      add({.kind = FragmentKind::date, .whole = rest, .rule = *rule});
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

  std::size_t take_mark(std::string_view rest, const LineMark& mark) {
    if (mark.kind == LineMark::Kind::also_mark) {
      close({.kind = FragmentKind::also_mark, .whole = rest.substr(0, mark.end)});
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
    add_header(whole, mark,
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
    state_.after_heading = true;
    const std::size_t end = mark.open_end ? marks_.next_mark(rest, mark.end) : mark.end;
    state_.after_heading = false;
    const std::string_view whole = trim(rest.substr(0, end));
    const auto match = format_.headings[mark.rule].at_start(whole);
    close({.kind = FragmentKind::heading,
           .whole = whole,
           .body = match ? trim(match->capture("category")) : std::string_view()});
    return end;
  }

  /// Adds a fragment that ends the record before it.
  void close(const Fragment& fragment) {
    add(fragment);
    state_.record_open = false;
    expects_header_ = true;
  }

  void add_header(std::string_view whole, const LineMark& mark, std::string_view title) {
    add({.kind = FragmentKind::header,
         .whole = whole,
         .body = title,
         .rank = mark.rank,
         .code = mark.code,
         .rule = mark.rule});
    int rank = 0;
    std::from_chars(mark.rank.data(), mark.rank.data() + mark.rank.size(), rank);
    if (rank > 0 && rank < 1'000'000) {
      state_.next_rank = std::to_string(rank + 1);
    }
  }

  void take_legend(std::string_view whole) {
    if (state_.legend.empty()) {
      state_.legend = marks_.legend_at(whole, 0).entries;
    }
    add({.kind = FragmentKind::legend, .whole = trim(whole)});
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
    if (expects_header_ && take_bare_header(piece)) {
      return piece.size();
    }
    if (marks_.source_note_size(piece) > 0) {
      const std::size_t end = marks_.summary_inside(piece, 1).value_or(marks_.head_line_end(piece));
      add({.kind = FragmentKind::source_note, .whole = trim(piece.substr(0, end))});
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
    take_text(trim(piece.substr(0, end)));
    return end;
  }

  std::size_t take_head_line(std::string_view piece, Sureness sureness) {
    const std::optional<NoiseMatch> line = marks_.head_line(piece, sureness);
    if (!line) {
      return 0;
    }
    add({.kind = FragmentKind::head_line,
         .whole = trim(piece.substr(0, line->size)),
         .rule = line->rule});
    return line->size;
  }

  /// A header with nothing sure at its beginning, where no record is open.
  std::size_t take_loose_header(std::string_view piece) {
    if (state_.record_open || format_.loose_openers.empty()) {
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
    add_header(piece.substr(0, match->end), mark, trim(match->capture("title")));
    return match->end;
  }

  /// Takes all of a piece that is nothing but noise.
  void take_noise(std::string_view piece) {
    while (const std::optional<NoiseMatch> noise = marks_.noise_at_start(piece)) {
      add({.kind = FragmentKind::noise,
           .whole = piece.substr(0, noise->size),
           .rule = noise->rule});
      piece = text::trim_left(piece.substr(noise->size));
    }
  }

  /// Where an address ends that is glued to the text before it, if there is nothing but noise
  /// behind it; else the size of `piece`.
  std::size_t end_of_glued_address(std::string_view piece) {
    const std::size_t address = piece.rfind("http");
    if (address == std::string_view::npos || !format_.closers.address) {
      return piece.size();
    }
    std::size_t end = address;
    while (end < piece.size() && !is_wide(piece[end]) && blanks_at(piece, end) == 0) {
      ++end;
    }
    if (end == piece.size() || !marks_.is_noise(text::trim_left(piece.substr(end)))) {
      return piece.size();
    }
    state_.in_head = false;
    state_.record_open = false;
    expects_header_ = true;
    return end;
  }

  /// Text, and a label that scraping has glued to its end.
  void take_text(std::string_view piece) {
    const auto [end, label] = glued_label(piece);
    add({.kind = FragmentKind::text, .whole = trim(piece.substr(0, end))});
    if (end < piece.size()) {
      add({.kind = FragmentKind::label, .whole = piece.substr(end), .rule = label});
    }
  }

  /// Where the label begins that ends `piece`, and which it is; the size of `piece` if none does.
  [[nodiscard]] std::pair<std::size_t, std::size_t> glued_label(std::string_view piece) const {
    for (std::size_t i = 0; i < format_.labels.size(); ++i) {
      const std::string& label = format_.labels[i].text;
      const auto size = label.ends_with(':') ? literal_suffix_size(piece, label) : std::nullopt;
      if (size && *size < piece.size()) {
        return {piece.size() - *size, i};
      }
    }
    return {piece.size(), 0};
  }

  bool take_label(std::string_view piece) {
    // Before the first record the summary's label is no record's, though they may have it, too.
    const bool summary = !seen_header_ && !format_.summary_label.empty() &&
                         literal_size(piece, 0, format_.summary_label).has_value();
    const std::optional<LabelMatch> label = summary ? std::nullopt : label_at_start(piece, format_);
    if (label) {
      open_at_label(format_.labels[label->rule].field, piece);
      const std::string_view text = trim(piece.substr(label->end));
      const auto [end, next] = glued_label(text);
      add({.kind = FragmentKind::label,
           .whole = trim(piece.substr(0, label->end)),
           .body = trim(text.substr(0, end)),
           .rule = label->rule});
      if (end < text.size()) {
        add({.kind = FragmentKind::label, .whole = text.substr(end), .rule = next});
      }
      return true;
    }
    const auto size = literal_size(piece, 0, format_.summary_label);
    if (format_.summary_label.empty() || !size) {
      return false;
    }
    add({.kind = FragmentKind::label,
         .whole = piece.substr(0, *size),
         .body = trim(piece.substr(*size)),
         .rule = format_.labels.size()});
    return true;
  }

  /// The label of a title opens a record where no line has opened one for it.
  void open_at_label(Field field, std::string_view piece) {
    if (field != Field::title) {
      return;
    }
    if (has_title_ || !state_.record_open) {
      add({.kind = FragmentKind::header,
           .whole = piece.substr(0, 0),
           .body = piece.substr(0, 0),
           .rule = format_.openers.size() + format_.loose_openers.size()});
    }
    has_title_ = true;
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
    add({.kind = FragmentKind::address, .whole = piece.substr(0, size)});
    if (format_.closers.address) {
      state_.in_head = false;
      state_.record_open = false;
      expects_header_ = true;
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
    add({.kind = FragmentKind::header,
         .whole = piece,
         .body = piece.substr(piece.size()),
         .code = piece.substr(1, 2)});
    return true;
  }

  void add(Fragment fragment) {
    fragment.line = line_;
    if (fragment.kind == FragmentKind::header) {
      seen_header_ = true;
      expects_header_ = false;
      state_.record_open = true;
      has_title_ = !fragment.body.empty();
    }
    // A list of contents has labels behind its headers: that of the summary.
    const bool content = fragment.kind == FragmentKind::text ||
                         (!format_.lists_contents && (fragment.kind == FragmentKind::label ||
                                                      fragment.kind == FragmentKind::address));
    if (content && seen_header_) {
      state_.in_head = false;
    }
    fragments_.push_back(fragment);
  }

  const Format& format_;
  ScanState state_;
  LineMarks marks_;
  std::vector<Fragment> fragments_;
  int line_ = 0;
  bool seen_header_ = false;
  bool expects_header_ = false;  ///< the record before is closed
  bool has_title_ = false;       ///< the record that is open has it
};

/// The numbers of the lines that open a record, where such a number may also open one inside a
/// line.
std::vector<std::string> opening_ranks(const text::SourceText& source, const Format& format,
                                       std::size_t first_line) {
  std::vector<std::string> ranks;
  const auto is_asked = [](const Opener& o) { return o.inside == Opener::Inside::next_rank; };
  if (std::ranges::none_of(format.openers, is_asked)) {
    return ranks;
  }
  const ScanState state;
  const LineMarks marks(format, state);
  for (std::size_t number = first_line; number <= source.line_count(); ++number) {
    const std::optional<LineMark> mark = marks.mark_at(trim(source.line(number)), 0);
    if (mark && !mark->rank.empty()) {
      ranks.emplace_back(mark->rank);
    }
  }
  return ranks;
}

}  // namespace

ScannedLines scan_lines(const text::SourceText& source, const Format& format,
                        std::size_t first_line, std::size_t max_line_size) {
  LineScanner scanner(format);
  scanner.set_ranks(opening_ranks(source, format, first_line));
  for (std::size_t number = first_line; number <= source.line_count(); ++number) {
    const std::string_view line = source.line(number);
    if (line.size() <= max_line_size) {
      scanner.scan(line, static_cast<int>(number));
    }
  }
  return std::move(scanner).result();
}

}  // namespace digest
