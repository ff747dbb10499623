#include "digest/line_fragments.hpp"

#include "digest/legend.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace digest {

namespace {

using text::trim;

/// A place inside a line where something begins that no field can hold.
struct Mark {
  FragmentKind kind = FragmentKind::header;
  std::size_t begin = 0;
  std::size_t end = 0;  ///< behind the mark itself; of a header, where its title begins
  std::string_view rank;
  std::string_view code;
};

std::optional<std::size_t> literal_at_start(std::string_view text,
                                            const std::vector<std::string>& literals) {
  for (const std::string& literal : literals) {
    if (const auto size = literal_size(text, 0, literal)) {
      return size;
    }
  }
  return std::nullopt;
}

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
  explicit LineScanner(const Format& format) : format_(format) {
    const auto interesting = [this](char c) { interesting_[static_cast<unsigned char>(c)] = true; };
    const auto literal = [&](std::string_view text) {
      if (!text.empty()) {
        interesting(text.front());
        interesting(is_wide(text.front()) ? text.front() : '\xEF');  // its full-width form
      }
    };
    for (const LinePattern& opener : format.openers) {
      literal(opener.first_literal());
    }
    for (const std::string& mark : format.also_marks) {
      literal(mark);
    }
    for (const std::string& dash : format.legend_dashes) {
      literal(dash);
    }
  }

  void scan(std::string_view line, int number) {
    line_ = number;
    std::string_view rest = trim(line);
    while (!rest.empty()) {
      rest = trim(rest.substr(take(rest)));
    }
  }

  ScannedLines result() && { return std::move(scanned_); }

 private:
  /// Takes one or more fragments from the beginning of `rest`; returns the bytes taken.
  std::size_t take(std::string_view rest) {
    if (const std::optional<Mark> mark = mark_at(rest, 0, 0)) {
      return take_mark(rest, *mark);
    }
    if (const std::size_t size = legend_size(rest, 0); size > 0) {
      take_legend(rest.substr(0, size));
      return size;
    }
    const std::size_t end = next_mark(rest, 1);
    take_piece(trim(rest.substr(0, end)));
    return end;
  }

  std::size_t take_mark(std::string_view rest, const Mark& mark) {
    if (mark.kind == FragmentKind::also_mark) {
      add({.kind = FragmentKind::also_mark, .whole = rest.substr(0, mark.end)});
      expects_header_ = true;
      return mark.end;
    }
    std::size_t end = next_mark(rest, mark.end);
    // In the list of contents the summary may be glued to the last title.
    if (const auto label = label_inside(rest.substr(0, end), mark.end)) {
      end = *label;
    }
    add_header(rest.substr(0, end), mark);
    return end;
  }

  void add_header(std::string_view whole, const Mark& mark) {
    whole = trim(whole);
    const std::size_t title = std::min(mark.end, whole.size());
    add({.kind = FragmentKind::header,
         .whole = whole,
         .body = trim(whole.substr(title)),
         .rank = mark.rank,
         .code = mark.code});
    expects_header_ = false;
    int rank = 0;
    std::from_chars(mark.rank.data(), mark.rank.data() + mark.rank.size(), rank);
    next_rank_ = rank > 0 && rank < 1'000'000 ? std::to_string(rank + 1) : next_rank_;
  }

  void take_legend(std::string_view whole) {
    if (scanned_.legend.empty()) {
      scanned_.legend = run_at(whole, 0).entries;
    }
    add({.kind = FragmentKind::legend, .whole = trim(whole)});
  }

  /// A piece of a line in which no header, legend or also-mark begins.
  void take_piece(std::string_view piece) {
    if (piece.empty() || take_noise(piece)) {
      return;
    }
    if (expects_header_ && take_bare_header(piece)) {
      return;
    }
    if (in_head_ && literal_at_start(piece, format_.source_notes)) {
      const std::size_t end = label_inside(piece, 1).value_or(piece.size());
      add({.kind = FragmentKind::source_note, .whole = trim(piece.substr(0, end))});
      return take_piece(trim(piece.substr(end)));
    }
    if (take_label(piece) || take_address(piece)) {
      return;
    }
    if (const auto label = in_head_ ? label_inside(piece, 1) : std::nullopt) {
      take_text(trim(piece.substr(0, *label)));
      return take_piece(piece.substr(*label));
    }
    take_text(piece);
  }

  /// Text, and a label that scraping has glued to its end.
  void take_text(std::string_view piece) {
    for (std::size_t i = 0; i < format_.labels.size(); ++i) {
      const auto size = literal_suffix_size(piece, format_.labels[i].text);
      if (size && *size < piece.size()) {
        const std::size_t end = piece.size() - *size;
        add({.kind = FragmentKind::text, .whole = trim(piece.substr(0, end))});
        add({.kind = FragmentKind::label, .whole = piece.substr(end), .rule = i});
        return;
      }
    }
    add({.kind = FragmentKind::text, .whole = piece});
  }

  bool take_label(std::string_view piece) {
    for (std::size_t i = 0; i < format_.labels.size(); ++i) {
      const auto size = literal_size(piece, 0, format_.labels[i].text);
      if (!size) {
        continue;
      }
      const std::string_view body = trim(piece.substr(*size));
      if (body.empty()) {
        add({.kind = FragmentKind::label, .whole = piece, .rule = i});
        return true;
      }
      // The text may have the next label glued to its end.
      add({.kind = FragmentKind::label, .whole = trim(piece.substr(0, *size)), .rule = i});
      const std::size_t label = scanned_.fragments.size() - 1;
      take_text(body);
      scanned_.fragments[label].body = scanned_.fragments[label + 1].whole;
      scanned_.fragments.erase(scanned_.fragments.begin() + static_cast<std::ptrdiff_t>(label) + 1);
      return true;
    }
    if (literal_size(piece, 0, format_.summary_label)) {
      const std::size_t size = *literal_size(piece, 0, format_.summary_label);
      add({.kind = FragmentKind::label,
           .whole = piece.substr(0, size),
           .body = trim(piece.substr(size)),
           .rule = format_.labels.size()});
      return true;
    }
    return false;
  }

  bool take_address(std::string_view piece) {
    std::size_t size = address_size(piece);
    if (size == 0) {
      return false;
    }
    const auto wide = static_cast<std::size_t>(
        std::ranges::find_if(piece.substr(0, size), is_wide) - piece.begin());
    if (wide < size && noise_run(trim(piece.substr(wide))).whole) {
      size = wide;
    }
    add({.kind = FragmentKind::address, .whole = piece.substr(0, size)});
    in_head_ = false;
    expects_header_ = true;
    take_piece(trim(piece.substr(size)));
    return true;
  }

  /// `[XX]` where a record must begin: its title is lost.
  bool take_bare_header(std::string_view piece) {
    for (const LinePattern& opener : format_.openers) {
      const std::optional<PatternMatch> match = opener.at_start(std::string(piece) + " ");
      if (match && match->end > piece.size()) {
        add({.kind = FragmentKind::header,
             .whole = piece,
             .body = piece.substr(piece.size()),
             .rank = {},
             .code = piece.substr(piece.find('[') + 1, 2)});
        expects_header_ = false;
        return true;
      }
    }
    return false;
  }

  struct NoiseRun {
    std::vector<Fragment> fragments;
    bool whole = false;  ///< reaches to the end of the text
  };

  /// One piece of noise after the other from the beginning of `text` on; of two rules that fit, the
  /// one that takes more.
  NoiseRun noise_run(std::string_view text) const {
    NoiseRun run;
    while (!text.empty()) {
      std::size_t best = 0;
      std::size_t rule = 0;
      for (std::size_t i = 0; i < format_.noise.size(); ++i) {
        const auto match = format_.noise[i].pattern.at_start(text);
        if (match && match->end > best) {
          best = match->end;
          rule = i;
        }
      }
      if (best == 0) {
        return run;
      }
      run.fragments.push_back({.kind = FragmentKind::noise,
                               .line = line_,
                               .whole = text.substr(0, best),
                               .body = {},
                               .rank = {},
                               .code = {},
                               .rule = rule});
      text = trim(text.substr(best));
    }
    run.whole = true;
    return run;
  }

  bool take_noise(std::string_view piece) {
    NoiseRun run = noise_run(piece);
    if (!run.whole) {
      return false;
    }
    for (Fragment& fragment : run.fragments) {
      add(std::move(fragment));
    }
    return true;
  }

  /// Where a label begins in the middle of a head line; nothing if none does.
  std::optional<std::size_t> label_inside(std::string_view text, std::size_t from) const {
    if (!in_head_ || format_.summary_label.empty()) {
      return std::nullopt;
    }
    return find_literal(text, from, format_.summary_label);
  }

  LegendRun run_at(std::string_view text, std::size_t offset) const {
    return legend_run(text, offset, format_, [this](std::string_view line, std::size_t at) {
      return mark_at(line, at, at).has_value() || ends_legend(line.substr(at));
    });
  }

  /// What may be glued to the last name of a legend.
  bool ends_legend(std::string_view rest) const {
    if (in_head_ && (literal_at_start(rest, format_.source_notes) ||
                     literal_size(rest, 0, format_.summary_label))) {
      return true;
    }
    return noise_run(rest).whole;
  }

  /// The bytes at `offset` that are a legend: two entries or more, and nothing behind them that
  /// is part of a sentence. 0 if there is none.
  std::size_t legend_size(std::string_view text, std::size_t offset) const {
    const LegendRun run = run_at(text, offset);
    if (run.entries.size() < 2) {
      return 0;
    }
    const std::size_t next = run.end + blanks_at(text, run.end);
    const bool ends = next == text.size() || mark_at(text, next, next).has_value() ||
                      ends_legend(text.substr(next));
    return ends ? run.end - offset : 0;
  }

  /// The header or also-mark whose first literal stands at `offset`; digits before it belong to
  /// it, but none before `from`.
  std::optional<Mark> mark_at(std::string_view text, std::size_t offset, std::size_t from) const {
    for (const std::string& literal : format_.also_marks) {
      if (const auto size = literal_size(text, offset, literal)) {
        return Mark{.kind = FragmentKind::also_mark,
                    .begin = offset,
                    .end = offset + *size,
                    .rank = {},
                    .code = {}};
      }
    }
    for (const LinePattern& opener : format_.openers) {
      auto match =
          offset == from ? opener_at(opener, text, offset) : opener.around(text, offset, from);
      if (match && is_opener(text, *match)) {
        return header_mark(text, *match);
      }
    }
    return std::nullopt;
  }

  static std::optional<PatternMatch> opener_at(const LinePattern& opener, std::string_view text,
                                               std::size_t offset) {
    std::optional<PatternMatch> match = opener.at_start(text.substr(offset));
    if (match) {
      match->begin += offset;
      match->end += offset;
    }
    return match;
  }

  /// In the middle of a line only a known category opens a record, or a numbered one: texts have
  /// brackets, too.
  bool is_opener(std::string_view /*text*/, const PatternMatch& match) const {
    const std::string_view code = match.capture("code");
    return match.begin == 0 || !match.capture("rank").empty() || scanned_.legend.empty() ||
           std::ranges::find(scanned_.legend, code, &LegendEntry::code) != scanned_.legend.end();
  }

  Mark header_mark(std::string_view /*text*/, const PatternMatch& match) const {
    Mark mark{.kind = FragmentKind::header,
              .begin = match.begin,
              .end = match.end,
              .rank = match.capture("rank"),
              .code = match.capture("code")};
    // A number glued to the one of the header ("…/2209.07550" and "2、"): the next rank is known.
    if (match.begin > 0 && mark.rank.size() > 1) {
      const std::size_t keep = mark.rank.ends_with(next_rank_) ? next_rank_.size() : 1;
      mark.begin += mark.rank.size() - keep;
      mark.rank.remove_prefix(mark.rank.size() - keep);
    }
    return mark;
  }

  /// Where the next header, legend or also-mark begins at or after `from`; the size of `text` if
  /// none does. One pass over the text.
  std::size_t next_mark(std::string_view text, std::size_t from) const {
    std::size_t no_legend_before = from;
    for (std::size_t i = from; i < text.size(); ++i) {
      if (!interesting_[static_cast<unsigned char>(text[i])]) {
        continue;
      }
      if (const std::optional<Mark> mark = mark_at(text, i, from)) {
        return mark->begin;
      }
      const auto entry = entry_around_dash(text, i, no_legend_before, format_);
      if (entry && *entry >= from) {
        if (legend_size(text, *entry) > 0) {
          return *entry;
        }
        no_legend_before = std::max(no_legend_before, run_at(text, *entry).end);
      }
    }
    return text.size();
  }

  void add(Fragment fragment) {
    fragment.line = line_;
    if (fragment.whole.empty()) {
      return;
    }
    seen_header_ = seen_header_ || fragment.kind == FragmentKind::header;
    if (fragment.kind == FragmentKind::text && seen_header_) {
      in_head_ = false;
    }
    scanned_.fragments.push_back(fragment);
  }

  const Format& format_;
  std::array<bool, 256> interesting_{};
  ScannedLines scanned_;
  int line_ = 0;
  bool in_head_ = true;  ///< no record has begun; headers alone are the contents
  bool seen_header_ = false;
  bool expects_header_ = false;  ///< the record before is closed
  std::string next_rank_ = "1";
};

}  // namespace

ScannedLines scan_lines(const text::SourceText& source, const Format& format,
                        std::size_t first_line, std::size_t max_line_size) {
  LineScanner scanner(format);
  for (std::size_t number = first_line; number <= source.line_count(); ++number) {
    const std::string_view line = source.line(number);
    if (line.size() <= max_line_size) {
      scanner.scan(line, static_cast<int>(number));
    }
  }
  return std::move(scanner).result();
}

}  // namespace digest
