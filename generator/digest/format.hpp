#pragma once

#include "digest/byte_set.hpp"
#include "digest/digest.hpp"
#include "digest/line_pattern.hpp"
#include "digest/page_format.hpp"
#include "digest/record_format.hpp"
#include "digest/table_format.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// The fields of a record that a format can fill, in the order of the record.
enum class Field {
  rank,
  category,
  title,
  title_zh,
  authors,
  affiliations,
  key_points,
  tldr,
  motivation,
  method,
  advantage,
  abstract,
  abstract_zh,
  url,
};

inline constexpr std::size_t kFieldCount = 14;

/// The field's name in records, formats and claims.
[[nodiscard]] std::string_view name_of(Field field);
[[nodiscard]] std::optional<Field> field_named(std::string_view name);

/// What a line looks like: how a part without a label is told from its neighbours.
enum class Shape {
  latin,      ///< no ideograph
  chinese,    ///< an ideograph somewhere
  names,      ///< Latin names between commas
  bracketed,  ///< [...]
  numbered,   ///< begins with a list number
  address,    ///< one word with a scheme in front
};

/// A line of a record that has no label. It fills `fields[0]`; if there is a second field, what
/// stands behind the first `divider` goes there.
struct Part {
  Shape shape = Shape::latin;
  std::vector<Field> fields;
  std::string divider;
};

/// A phrase at the beginning of a line that says which field follows, on that line or the next.
struct Label {
  std::string text;
  Field field = Field::tldr;
};

/// Lines to drop, with the name that claims show: `noise:watermark`.
struct NoiseRule {
  std::string name;
  LinePattern pattern;
};

/// How lists of names are written.
struct NameMarks {
  std::vector<std::string> author_separators;
  std::vector<std::string> affiliation_separators;
  std::vector<std::string> truncation;  ///< longest first
};

/// How lists of points are written.
struct PointMarks {
  std::vector<std::string> number_ends;  ///< what stands behind the number
  std::vector<std::string> closers;      ///< what closes a point, not part of it
};

/// How a format says that a file is written in it. Every condition that is there must hold.
struct Recogniser {
  std::vector<std::string> line_edges;  ///< each begins or ends some line
  bool opener = false;                  ///< some line opens a record
};

/// With which bytes something begins that is looked for everywhere: derived from the rest of the
/// format, so that most places of a line need no closer look.
struct FirstBytes {
  ByteSet starts;    ///< a header or an also-mark
  ByteSet literals;  ///< the first literal of a header, or an also-mark
  ByteSet dashes;    ///< the dash of a legend entry
  ByteSet noise;     ///< a noise rule
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
  std::vector<LinePattern> openers;  ///< what begins a record; the rest of the line is its title
  std::vector<std::string> also_marks;
  std::vector<std::string> legend_dashes;
  std::vector<std::string> source_notes;  ///< a head line that begins so is the source note
  std::string summary_label;              ///< of the head's list of topics
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
};

/// The formats that are part of the program, highest priority first.
[[nodiscard]] std::span<const Format> builtin_formats();
/// The source of each of them, and of those that others extend, in the order of their names.
[[nodiscard]] std::span<const text::SourceText* const> builtin_format_sources();

}  // namespace digest
