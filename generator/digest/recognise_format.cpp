#include "digest/recognise_format.hpp"

#include "digest/line_fragments.hpp"
#include "digest/line_labels.hpp"
#include "digest/line_marks.hpp"
#include "digest/markdown_marks.hpp"
#include "digest/recognise_table.hpp"
#include "digest/script.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

namespace digest {

namespace {

bool has_at_edge(std::string_view line, std::string_view phrase) {
  return literal_size(line, 0, phrase) || literal_suffix_size(line, phrase);
}

std::string_view file_stem(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  path = slash == std::string_view::npos ? path : path.substr(slash + 1);
  return path.substr(0, path.rfind('.'));
}

constexpr std::size_t kNoFormatLacksMore = 1000;

/// How many conditions of a format are tried: whether it fits is said by the first one that fails,
/// how near it is by all.
enum class Trial { until_one_fails, all };

/// Tries the conditions of one format on one file.
class FormatTrial {
 public:
  /// All outlive the trial. `lines` are those of the source, trimmed.
  FormatTrial(const Format& format, const text::SourceText& source, std::size_t first_line,
              std::span<const std::string_view> lines, Trial trial)
      : format_(format), source_(source), lines_(lines), first_line_(first_line), trial_(trial) {
    if (format.reader == Reader::table) {
      const std::string reason = table_reason(source, first_line, format);
      note(!reason.empty(), reason, "a table with its columns");
    } else if (format.reader == Reader::lines) {
      try_all();
    }
    // Files of records and saved pages are told by their names.
  }

  [[nodiscard]] bool fits() const { return asked_ > 0 && held_ == asked_; }

  [[nodiscard]] std::size_t held() const { return held_; }

  [[nodiscard]] std::size_t lacks() const { return asked_ - held_; }

  [[nodiscard]] const std::string& reason() const { return reason_; }

  [[nodiscard]] const std::string& missing() const { return missing_; }

 private:
  void try_all() {
    const Recogniser& recognise = format_.recognise;
    if (!recognise.file_names.empty()) {
      const std::string_view name = file_stem(source_.path());
      note(std::ranges::any_of(recognise.file_names,
                               [name](const LinePattern& p) { return p.is_whole(name); }),
           "its name fits", "a name such as " + recognise.file_names.front().text());
    }
    try_each(recognise.line_edges, [this](const std::string& phrase) { try_edge(phrase); });
    try_each(recognise.contains, [this](const std::string& phrase) { try_phrase(phrase); });
    try_each(recognise.labels, [this](const std::string& label) { try_label(label); });
    try_each(recognise.lines, [this](const LinePattern& pattern) { try_pattern(pattern); });
    if (recognise.opener && !is_decided()) {
      try_opener();
    }
  }

  /// Whether a condition has failed, and nothing else is asked.
  [[nodiscard]] bool is_decided() const {
    return trial_ == Trial::until_one_fails && held_ < asked_;
  }

  /// `conditions`, up to the one that decides.
  template <typename Conditions, typename TryOne>
  void try_each(const Conditions& conditions, TryOne try_one) {
    for (const auto& condition : conditions) {
      if (is_decided()) {
        return;
      }
      try_one(condition);
    }
  }

  void try_edge(const std::string& phrase) {
    try_lines(" has \"" + phrase + "\" at its edge", "a line with \"" + phrase + "\" at its edge",
              [&phrase](std::string_view line) { return has_at_edge(line, phrase); });
  }

  /// One search through all of it first: most files hold none of the phrases.
  void try_phrase(const std::string& phrase) {
    const std::string wish = "a line that holds \"" + phrase + "\"";
    if (!find_literal(source_.bytes(), 0, phrase)) {
      note(false, {}, wish);
      return;
    }
    try_lines(" holds \"" + phrase + "\"", wish, [&phrase](std::string_view line) {
      return find_literal(line, 0, phrase).has_value();
    });
  }

  void try_label(const std::string& label) {
    Format one;
    one.markdown = format_.markdown;
    one.labels.push_back({label, Field::title, {}});
    one.first_bytes = first_bytes_of(one);
    try_lines(" has the label \"" + label + "\"", "a line with the label \"" + label + "\"",
              [&one](std::string_view line) { return label_at_start(line, one).has_value(); });
  }

  void try_pattern(const LinePattern& pattern) {
    try_lines(" begins as \"" + pattern.text() + "\"",
              "a line that begins as \"" + pattern.text() + "\"",
              [&pattern](std::string_view line) { return pattern.at_start(line).has_value(); });
  }

  void try_opener() {
    const ScanState state;
    const LineMarks marks(format_, state);
    try_lines(" opens a record", "a line that opens a record", [&marks](std::string_view line) {
      const std::optional<LineMark> mark = marks.mark_at(line, 0);
      return (mark && mark->kind == LineMark::Kind::header) || marks.loose_opener(line);
    });
  }

  template <typename Condition>
  void try_lines(const std::string& finding, const std::string& wish, Condition holds) {
    for (std::size_t number = first_line_; number <= lines_.size(); ++number) {
      if (holds(without_quotes(lines_[number - 1]))) {
        note(true, "line " + std::to_string(number) + finding, wish);
        return;
      }
    }
    note(false, {}, wish);
  }

  [[nodiscard]] std::string_view without_quotes(std::string_view line) const {
    while (format_.markdown.quotes && line.starts_with('>')) {
      line = text::trim(line.substr(1));
    }
    return line;
  }

  void note(bool holds, const std::string& finding, const std::string& wish) {
    ++asked_;
    if (holds) {
      ++held_;
      reason_ += (reason_.empty() ? "" : ", ") + finding;
    } else {
      missing_ += (missing_.empty() ? "" : ", ") + wish;
    }
  }

  const Format& format_;
  const text::SourceText& source_;
  std::span<const std::string_view> lines_;
  std::size_t first_line_;
  Trial trial_;
  std::size_t asked_ = 0;
  std::size_t held_ = 0;
  std::string reason_;
  std::string missing_;
};

/// The first line that is neither of the head nor a header, a label or noise of the format; 0 if
/// there is none.
int first_strange_line(const text::SourceText& source, std::span<const std::string_view> lines,
                       std::size_t first_line, const Format& format) {
  const ScannedLines scanned = scan_lines(source, lines, format, first_line, kMaxProbedLine);
  const auto strange = std::ranges::find(scanned.fragments, FragmentKind::text, &Fragment::kind);
  return strange == scanned.fragments.end() ? 0 : strange->line;
}

/// Fills in which of the formats, none of which fits, is the nearest, and what it lacks.
void find_nearest(const text::SourceText& source, std::span<const std::string_view> lines,
                  std::size_t first_line, std::span<const Format> formats,
                  RecognisedFormat& found) {
  std::size_t most_held = 0;
  std::size_t least_lacking = kNoFormatLacksMore;
  std::string missing;
  for (const Format& format : formats) {
    if (format.reader != Reader::lines) {
      continue;
    }
    // Of several with as many conditions that hold, the one that lacks least.
    const FormatTrial trial(format, source, first_line, lines, Trial::all);
    if (trial.held() > most_held || (trial.held() == most_held && trial.lacks() <= least_lacking)) {
      found.nearest = &format;
      most_held = trial.held();
      least_lacking = trial.lacks();
      missing = trial.missing();
    }
  }
  if (found.nearest != nullptr) {
    found.strange_line = first_strange_line(source, lines, first_line, *found.nearest);
    found.reason = "the nearest is \"" + found.nearest->name + "\", which asks for " + missing;
  }
}

}  // namespace

RecognisedFormat recognise_format(const text::SourceText& source,
                                  std::span<const std::string_view> lines, std::size_t first_line,
                                  std::span<const Format> formats) {
  RecognisedFormat found;
  for (const Format& format : formats) {
    if (found.format != nullptr && format.priority < found.format->priority) {
      break;
    }
    const FormatTrial trial(format, source, first_line, lines, Trial::until_one_fails);
    if (!trial.fits()) {
      continue;
    }
    if (found.format != nullptr) {
      found.rival = &format;
      break;
    }
    found.format = &format;
    found.reason = trial.reason();
  }
  if (found.format == nullptr) {
    find_nearest(source, lines, first_line, formats, found);
  }
  return found;
}

}  // namespace digest
