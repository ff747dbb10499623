#pragma once

#include "digest/digest.hpp"
#include "digest/field.hpp"
#include "digest/first_bytes.hpp"
#include "digest/line_pattern.hpp"
#include "digest/page_format.hpp"
#include "digest/record_format.hpp"
#include "digest/record_rules.hpp"
#include "digest/separators.hpp"
#include "digest/table_format.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace digest {

/// Which marks of Markdown are no part of the texts.
struct MarkdownMarks {
  bool quotes = false;    ///< `> ` at the beginning of a line
  bool emphasis = false;  ///< `**`, and list marks before labels
  bool links = false;     ///< `[text](address)`
};

/// How lists of names are written.
struct NameMarks {
  Separators author_separators;
  Separators affiliation_separators;
  std::vector<std::string> truncation;  ///< longest first
};

/// How lists of points are written.
struct PointMarks {
  std::vector<std::string> number_ends;  ///< what stands behind the number
  std::vector<std::string> closers;      ///< what closes a point, not part of it
  std::vector<std::string> bullets;      ///< what may stand before a point without a number
  std::vector<std::string> separators;   ///< what ends a point of which several share a line
};

/// How a format says that a file is written in it. Every condition that is there must hold.
struct Recogniser {
  std::vector<std::string> line_edges;  ///< each begins or ends some line
  std::vector<std::string> contains;    ///< each stands somewhere
  std::vector<std::string> labels;      ///< each is the label of some line
  std::vector<LinePattern> lines;       ///< each begins some line
  std::vector<LinePattern> file_names;  ///< one is the file's name without its ending
  bool opener = false;                  ///< some line opens a record
};

/// Who reads a file of the format.
enum class Reader { lines, table, records, page };

/// A layout of digests, as data: what `parse_digest` goes by. Written in YAML; the grammar is in
/// docs/digest_format.md.
struct Format {
  std::string name;
  std::string title;  ///< one line that says what it is
  int priority = 0;   ///< formats are tried from the highest down
  Reader reader = Reader::lines;
  std::optional<TableFormat> table;     ///< what Reader::table goes by
  std::optional<RecordFormat> records;  ///< what Reader::records goes by
  std::optional<PageFormat> page;       ///< what Reader::page goes by
  Recogniser recognise;
  std::vector<Opener> openers;        ///< what begins a record
  std::vector<Opener> loose_openers;  ///< the same, with nothing sure at its beginning: they open
                                      ///< a record only where none is open
  bool title_is_labelled = false;     ///< a label brings the title
  bool title_label_opens = false;     ///< that label opens a record: there are no openers
  std::vector<LinePattern> headings;  ///< give the records behind them their category
  Closers closers;
  bool lists_contents = false;  ///< headers with nothing behind them may be a list of contents
  MarkdownMarks markdown;
  std::vector<std::string> also_marks;
  std::vector<std::string> legend_dashes;
  std::vector<std::string> source_notes;  ///< a head line that begins so is the source note
  std::string summary_label;              ///< of the head's list of topics
  std::vector<NoiseRule> head_lines;      ///< further lines of the head, with their names
  std::vector<LinePattern> dates;         ///< lines of the head that say the date
  std::vector<LinePattern> file_dates;    ///< names of files that say the date
  std::vector<Label> labels;
  std::vector<Part> featured;  ///< the parts of a record in their order, behind the title
  std::vector<Part> also;
  std::vector<Field> featured_promises;  ///< fields whose absence is reported
  std::vector<Field> also_promises;
  NameMarks names;
  PointMarks points;
  std::vector<NoiseRule> noise;
  FirstBytes first_bytes;

  [[nodiscard]] std::span<const Part> parts(Section section) const;
  [[nodiscard]] std::span<const Field> promises(Section section) const;
  /// Opener `index` as fragments count them; null for a record that the label of its title opens.
  [[nodiscard]] const Opener* opener(std::size_t index) const;
};

/// The formats that are part of the program, highest priority first.
[[nodiscard]] std::span<const Format> builtin_formats();
/// The source of each of them, and of those that others extend, in the order of their names.
[[nodiscard]] std::span<const text::SourceText* const> builtin_format_sources();

}  // namespace digest
