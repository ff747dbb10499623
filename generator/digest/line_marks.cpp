#include "digest/line_marks.hpp"

#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>

namespace digest {

std::optional<LineMark> LineMarks::mark_at(std::string_view text, std::size_t offset) const {
  if (offset >= text.size() || !format_.first_bytes.starts.has(text[offset])) {
    return std::nullopt;
  }
  if (const std::optional<LineMark> mark = also_mark(text, offset)) {
    return mark;
  }
  for (const LinePattern& opener : format_.openers) {
    std::optional<PatternMatch> match = opener.at_start(text.substr(offset));
    if (!match) {
      continue;
    }
    match->begin += offset;
    match->end += offset;
    if (const std::optional<LineMark> mark = header_mark(*match)) {
      return mark;
    }
  }
  return std::nullopt;
}

/// As mark_at, but `offset` is where the first literal stands; digits before it belong to the mark,
/// though none before `from`.
std::optional<LineMark> LineMarks::mark_around(std::string_view text, std::size_t offset,
                                               std::size_t from) const {
  if (const std::optional<LineMark> mark = also_mark(text, offset)) {
    return mark;
  }
  for (const LinePattern& opener : format_.openers) {
    const std::optional<PatternMatch> match = opener.around(text, offset, from);
    const std::optional<LineMark> mark = match ? header_mark(*match) : std::nullopt;
    if (mark) {
      return mark;
    }
  }
  return std::nullopt;
}

std::optional<LineMark> LineMarks::also_mark(std::string_view text, std::size_t offset) const {
  for (const std::string& literal : format_.also_marks) {
    if (const auto size = literal_size(text, offset, literal)) {
      return LineMark{.kind = LineMark::Kind::also_mark,
                      .begin = offset,
                      .end = offset + *size,
                      .rank = {},
                      .code = {}};
    }
  }
  return std::nullopt;
}

std::optional<LineMark> LineMarks::header_mark(const PatternMatch& match) const {
  LineMark mark{.kind = LineMark::Kind::header,
                .begin = match.begin,
                .end = match.end,
                .rank = match.capture("rank"),
                .code = match.capture("code")};
  // In the middle of a line only a known category opens a record, or a numbered one: texts have
  // brackets, too.
  const bool known =
      state_.legend.empty() ||
      std::ranges::find(state_.legend, mark.code, &LegendEntry::code) != state_.legend.end();
  if (mark.begin > 0 && mark.rank.empty() && !known) {
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

std::size_t LineMarks::next_mark(std::string_view text, std::size_t from) const {
  std::size_t no_legend_before = from;
  for (std::size_t i = from; i < text.size(); ++i) {
    if (format_.first_bytes.literals.has(text[i])) {
      if (const std::optional<LineMark> mark = mark_around(text, i, from)) {
        return mark->begin;
      }
    }
    if (!format_.first_bytes.dashes.has(text[i])) {
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
  if (text.empty() || !format_.first_bytes.noise.has(text.front())) {
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
