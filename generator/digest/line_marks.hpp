#pragma once

#include "digest/digest.hpp"
#include "digest/format.hpp"
#include "digest/legend.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace digest {

/// What the lines before say about the next one.
struct ScanState {
  bool in_head = true;              ///< no record has begun; headers alone are the contents
  std::string next_rank = "1";      ///< of the next numbered header
  bool record_open = false;         ///< the lines belong to a record
  bool after_heading = false;       ///< what is looked for may stand right behind a heading
  std::vector<LegendEntry> legend;  ///< the first one; empty before it
};

/// A place inside a line where something begins that no field can hold.
struct LineMark {
  enum class Kind { header, heading, also_mark };

  Kind kind = Kind::header;
  std::size_t begin = 0;
  std::size_t end = 0;    ///< behind the mark itself; of a header or heading that runs to the end
                          ///< of the line, where that begins
  std::string_view rank;  ///< of a header; may be empty
  std::string_view code;  ///< of a header
  std::size_t rule = 0;   ///< which opener or heading
  bool open_end = false;  ///< all that follows on the line belongs to it
};

/// A noise rule that fits: which, and how many bytes it takes.
struct NoiseMatch {
  std::size_t rule = 0;
  std::size_t size = 0;
};

/// Whether the beginning of a pattern tells anything.
enum class Sureness { sure, loose };

/// Whether a line break may have been lost at `offset` of `text`: what stands before it ends a
/// sentence, a bracket or emphasis, or is an address.
[[nodiscard]] bool may_break_at(std::string_view text, std::size_t offset);

/// Finds in a line what can be told without knowing the record it stands in. All searches take
/// time in proportion to the line.
class LineMarks {
 public:
  /// Both outlive the marks.
  LineMarks(const Format& format, const ScanState& state) : format_(format), state_(state) {}

  /// Says which numbers open a record at the beginning of a line: they open none inside one.
  void set_ranks(std::vector<std::string> sorted) { ranks_ = std::move(sorted); }

  /// The header or also-mark that begins at `offset`.
  [[nodiscard]] std::optional<LineMark> mark_at(std::string_view text, std::size_t offset) const;
  /// Where the next header, legend or also-mark begins at or after `from`; the size of `text` if
  /// none does.
  [[nodiscard]] std::size_t next_mark(std::string_view text, std::size_t from) const;
  /// The loose opener that the whole of `line` fits, counted as fragments do.
  [[nodiscard]] std::optional<std::size_t> loose_opener(std::string_view line) const;
  /// The bytes of the closer at the beginning of `line`, if a line break may have stood behind it;
  /// 0 if there is none.
  [[nodiscard]] std::size_t closer_size(std::string_view line) const;
  /// The bytes of a closer that scraping has glued to the end of `line`; 0 if there is none.
  [[nodiscard]] std::size_t glued_closer_size(std::string_view line) const;
  /// The line of the head at the beginning of `line`: by which rule, and how many bytes. Loose
  /// rules have nothing sure at their beginning.
  [[nodiscard]] std::optional<NoiseMatch> head_line(std::string_view line, Sureness sureness) const;
  /// Where another line of the head is glued to the one that begins `line`; its size if none is.
  [[nodiscard]] std::size_t head_line_end(std::string_view line) const;
  /// The rule of the format by which `line` says the date.
  [[nodiscard]] std::optional<std::size_t> date_line(std::string_view line) const;
  /// The legend entries at `offset`, whatever follows them.
  [[nodiscard]] LegendRun legend_at(std::string_view text, std::size_t offset) const;
  /// The bytes at `offset` that are a legend: two entries or more, and nothing behind them that is
  /// part of a sentence. 0 if there is none.
  [[nodiscard]] std::size_t legend_size(std::string_view text, std::size_t offset) const;
  /// The noise at the beginning of `text`: of several rules, the one that takes most.
  [[nodiscard]] std::optional<NoiseMatch> noise_at_start(std::string_view text) const;
  /// Whether `text` is noise from the beginning to the end; an empty one is.
  [[nodiscard]] bool is_noise(std::string_view text) const;
  /// Where the summary's label stands inside a line of the head, at or after `from`.
  [[nodiscard]] std::optional<std::size_t> summary_inside(std::string_view text,
                                                          std::size_t from) const;
  /// The size of a source note's prefix at the beginning of a line of the head; 0 if none is there.
  [[nodiscard]] std::size_t source_note_size(std::string_view text) const;

 private:
  [[nodiscard]] std::optional<LineMark> mark_around(std::string_view text, std::size_t offset,
                                                    std::size_t from) const;
  [[nodiscard]] std::optional<LineMark> also_mark(std::string_view text, std::size_t offset) const;
  [[nodiscard]] std::optional<LineMark> header_mark(const PatternMatch& match,
                                                    std::string_view text, std::size_t rule) const;
  [[nodiscard]] std::optional<LineMark> heading_mark(std::string_view text,
                                                     std::size_t offset) const;
  [[nodiscard]] bool may_stand_inside(const LineMark& mark, std::string_view text) const;
  [[nodiscard]] bool ends_legend(std::string_view text, std::size_t offset) const;

  const Format& format_;
  const ScanState& state_;
  std::vector<std::string> ranks_;
};

}  // namespace digest
