#include "digest/line_marks.hpp"

#include "digest/glued_fields.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>

namespace digest {

namespace {

/// No address is looked for further back than this.
constexpr std::size_t kMaxAddress = 300;

bool holds_all(std::string_view line, const std::vector<std::string>& phrases) {
  return std::ranges::all_of(phrases, [line](const std::string& phrase) {
    return find_literal(line, 0, phrase).has_value();
  });
}

}  // namespace

bool may_break_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text::trim_right(text.substr(0, offset));
  if (before.empty() || ends_sentence(before)) {
    return true;
  }
  for (const std::string_view mark : {"*", ")", "]", "》", "）", "】", "\"", "”", "|", "·", "•"}) {
    if (before.ends_with(mark)) {
      return true;
    }
  }
  const std::string_view near = before.substr(before.size() - std::min(before.size(), kMaxAddress));
  const std::size_t http = near.rfind("http");
  return http != std::string_view::npos && near.find(' ', http) == std::string_view::npos &&
         !has_han(near.substr(http));
}

std::optional<LineMark> LineMarks::mark_at(std::string_view text, std::size_t offset) const {
  if (offset >= text.size() || !format_.first_bytes.starts.may_begin(text, offset)) {
    return std::nullopt;
  }
  if (const std::optional<LineMark> mark = also_mark(text, offset)) {
    return mark;
  }
  for (std::size_t rule = 0; rule < format_.openers.size(); ++rule) {
    std::optional<PatternMatch> match = format_.openers[rule].pattern.at_start(text.substr(offset));
    if (!match) {
      continue;
    }
    match->begin += offset;
    match->end += offset;
    if (const std::optional<LineMark> mark = header_mark(*match, text, rule)) {
      return mark;
    }
  }
  return heading_mark(text, offset);
}

/// As mark_at, but `offset` is where the first literal stands; digits before it belong to the mark,
/// though none before `from`.
std::optional<LineMark> LineMarks::mark_around(std::string_view text, std::size_t offset,
                                               std::size_t from) const {
  if (const std::optional<LineMark> mark = also_mark(text, offset)) {
    return mark;
  }
  for (std::size_t rule = 0; rule < format_.openers.size(); ++rule) {
    if (format_.openers[rule].inside == Opener::Inside::never) {
      continue;  // from > 0: this is never the beginning of the line
    }
    const std::optional<PatternMatch> match =
        format_.openers[rule].pattern.around(text, offset, from);
    const std::optional<LineMark> mark = match ? header_mark(*match, text, rule) : std::nullopt;
    if (mark) {
      return mark;
    }
  }
  return heading_mark(text, offset);
}

std::optional<LineMark> LineMarks::also_mark(std::string_view text, std::size_t offset) const {
  for (const std::string& literal : format_.also_marks) {
    if (const auto size = literal_size(text, offset, literal)) {
      LineMark mark;
      mark.kind = LineMark::Kind::also_mark;
      mark.begin = offset;
      mark.end = offset + *size;
      return mark;
    }
  }
  return std::nullopt;
}

std::optional<LineMark> LineMarks::heading_mark(std::string_view text, std::size_t offset) const {
  for (std::size_t rule = 0; rule < format_.headings.size(); ++rule) {
    const std::optional<PatternMatch> match = format_.headings[rule].at_start(text.substr(offset));
    if (!match || (offset > 0 && !may_break_at(text, offset))) {
      continue;
    }
    const std::string_view category = match->capture("category");
    LineMark mark;
    mark.kind = LineMark::Kind::heading;
    mark.begin = offset;
    mark.rule = rule;
    mark.open_end = format_.headings[rule].ends_with_anything();
    mark.end = offset + match->end - (mark.open_end ? category.size() : 0);
    return mark;
  }
  return std::nullopt;
}

std::optional<LineMark> LineMarks::header_mark(const PatternMatch& match, std::string_view text,
                                               std::size_t rule) const {
  const Opener& opener = format_.openers[rule];
  LineMark mark;
  mark.begin = match.begin;
  mark.end = match.end;
  mark.rank = match.capture("rank");
  mark.code = match.capture("code");
  mark.rule = rule;
  mark.open_end = opener.rest_is_title || opener.pattern.ends_with_anything();
  if (opener.pattern.ends_with_anything() && match.capture_count > 0) {
    mark.end -= match.captures[match.capture_count - 1].text.size();
  }
  if (mark.begin > 0 ? !may_stand_inside(mark, text)
                     : !opener.holds.empty() && !holds_all(text, opener.holds)) {
    return std::nullopt;
  }
  // A number glued to the one of the header ("…/2209.07550" and "2、"): the next rank is known.
  if (mark.begin > 0 && mark.rank.size() > 1) {
    const std::size_t keep = mark.rank.ends_with(state_.next_rank) ? state_.next_rank.size() : 1;
    mark.begin += mark.rank.size() - keep;
    mark.rank.remove_prefix(mark.rank.size() - keep);
  }
  return mark;
}

/// In the middle of a line only a known category opens a record, or the next number: texts have
/// brackets and numbers, too.
bool LineMarks::may_stand_inside(const LineMark& mark, std::string_view text) const {
  const auto may_break = [&] { return state_.after_heading || may_break_at(text, mark.begin); };
  switch (format_.openers[mark.rule].inside) {
    case Opener::Inside::known_category:
      return !mark.rank.empty() || state_.legend.empty() ||
             std::ranges::find(state_.legend, mark.code, &LegendEntry::code) != state_.legend.end();
    case Opener::Inside::next_rank:
      return mark.rank == state_.next_rank && may_break() &&
             !std::ranges::binary_search(ranks_, mark.rank);
    case Opener::Inside::after_break:
      return may_break();
    case Opener::Inside::never:
      break;
  }
  return false;
}

std::optional<std::size_t> LineMarks::loose_opener(std::string_view line) const {
  for (std::size_t rule = 0; rule < format_.loose_openers.size(); ++rule) {
    const Opener& opener = format_.loose_openers[rule];
    const std::optional<PatternMatch> match = opener.pattern.at_start(line);
    if (match && holds_all(line, opener.holds)) {
      return format_.openers.size() + rule;
    }
  }
  return std::nullopt;
}

std::size_t LineMarks::closer_size(std::string_view line) const {
  for (const LinePattern& closer : format_.closers.lines) {
    const std::optional<PatternMatch> match = closer.at_start(line);
    if (!match) {
      continue;
    }
    const std::size_t next = match->end + blanks_at(line, match->end);
    if (next == line.size() || mark_at(line.substr(next), 0)) {
      return match->end;
    }
  }
  return 0;
}

std::size_t LineMarks::glued_closer_size(std::string_view line) const {
  for (const LinePattern& closer : format_.closers.lines) {
    const auto size = literal_suffix_size(line, closer.text());
    if (size && *size < line.size() && may_break_at(line, line.size() - *size)) {
      return *size;
    }
  }
  return 0;
}

std::optional<NoiseMatch> LineMarks::head_line(std::string_view line, Sureness sureness) const {
  // What fits any text would take the first text of a record, too.
  const bool in_record = state_.record_open && !format_.lists_contents;
  if (!state_.in_head || (sureness == Sureness::loose && in_record)) {
    return std::nullopt;
  }
  const std::string_view piece = line.substr(0, head_line_end(line));
  for (std::size_t rule = 0; rule < format_.head_lines.size(); ++rule) {
    const LinePattern& pattern = format_.head_lines[rule].pattern;
    if (pattern.begins_with_anything() != (sureness == Sureness::loose)) {
      continue;
    }
    const std::optional<PatternMatch> match = pattern.at_start(piece);
    // A line that is longer than its pattern says has something glued to it.
    if (match && (match->end == piece.size() || may_break_at(piece, match->end))) {
      return NoiseMatch{.rule = rule, .size = match->end};
    }
  }
  return std::nullopt;
}

std::size_t LineMarks::head_line_end(std::string_view line) const {
  std::size_t end = line.size();
  for (const NoiseRule& rule : format_.head_lines) {
    if (!rule.pattern.begins_with_anything()) {
      end = find_literal(line.substr(0, end), 1, rule.pattern.first_literal()).value_or(end);
    }
  }
  for (const std::string& note : format_.source_notes) {
    end =
        format_.head_lines.empty() ? end : find_literal(line.substr(0, end), 1, note).value_or(end);
  }
  return end;
}

std::optional<std::size_t> LineMarks::date_line(std::string_view line) const {
  for (std::size_t rule = 0; state_.in_head && rule < format_.dates.size(); ++rule) {
    if (format_.dates[rule].is_whole(line)) {
      return rule;
    }
  }
  return std::nullopt;
}

std::size_t LineMarks::next_mark(std::string_view text, std::size_t from) const {
  std::size_t no_legend_before = from;
  const FirstBytes& bytes = format_.first_bytes;
  for (std::size_t i = bytes.inside.next_in(text, from); i < text.size();
       i = bytes.inside.next_in(text, i + 1)) {
    if (bytes.literals.may_begin(text, i)) {
      if (const std::optional<LineMark> mark = mark_around(text, i, from)) {
        return mark->begin;
      }
    }
    if (!bytes.dashes.may_begin(text, i)) {
      continue;
    }
    if (const auto entry = entry_around_dash(text, i, no_legend_before, format_)) {
      if (legend_size(text, *entry) > 0) {
        return *entry;
      }
      no_legend_before = std::max(no_legend_before, legend_at(text, *entry).end);
    }
  }
  return text.size();
}

LegendRun LineMarks::legend_at(std::string_view text, std::size_t offset) const {
  return legend_run(text, offset, format_, [this](std::string_view line, std::size_t at) {
    return mark_at(line, at).has_value() || ends_legend(line, at);
  });
}

/// Whether what stands at `offset` may be glued to the last name of a legend.
bool LineMarks::ends_legend(std::string_view text, std::size_t offset) const {
  const std::string_view rest = text.substr(offset);
  if (state_.in_head &&
      (source_note_size(rest) > 0 || literal_size(rest, 0, format_.summary_label))) {
    return true;
  }
  return is_noise(rest);
}

std::size_t LineMarks::legend_size(std::string_view text, std::size_t offset) const {
  const LegendRun run = legend_at(text, offset);
  if (run.entries.size() < 2) {
    return 0;
  }
  const std::size_t next = run.end + blanks_at(text, run.end);
  const bool ends = mark_at(text, next).has_value() || ends_legend(text, next);
  return ends ? run.end - offset : 0;
}

std::optional<NoiseMatch> LineMarks::noise_at_start(std::string_view text) const {
  if (text.empty() || !format_.first_bytes.noise.may_begin(text, 0)) {
    return std::nullopt;
  }
  NoiseMatch best;
  for (std::size_t i = 0; i < format_.noise.size(); ++i) {
    const LinePattern& pattern = format_.noise[i].pattern;
    const std::optional<PatternMatch> match = pattern.at_start(text);
    if (match && match->end > best.size) {
      best = {.rule = i, .size = match->end};
    }
  }
  return best.size > 0 ? std::optional(best) : std::nullopt;
}

bool LineMarks::is_noise(std::string_view text) const {
  while (!text.empty()) {
    const std::optional<NoiseMatch> match = noise_at_start(text);
    if (!match) {
      return false;
    }
    text = text::trim_left(text.substr(match->size));
  }
  return true;
}

std::optional<std::size_t> LineMarks::summary_inside(std::string_view text,
                                                     std::size_t from) const {
  if (!state_.in_head || format_.summary_label.empty()) {
    return std::nullopt;
  }
  return find_literal(text, from, format_.summary_label);
}

std::size_t LineMarks::source_note_size(std::string_view text) const {
  for (const std::string& prefix : format_.source_notes) {
    if (const auto size = state_.in_head ? literal_size(text, 0, prefix) : std::nullopt) {
      return *size;
    }
  }
  return 0;
}

}  // namespace digest
