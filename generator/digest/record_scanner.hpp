#pragma once

#include "digest/digest.hpp"
#include "digest/format.hpp"
#include "digest/line_fragments.hpp"

#include <cstddef>
#include <vector>

namespace digest {

/// The fragments of one record: its header, what stands between it and the address, the address.
struct RecordBlock {
  Fragment header;
  std::vector<Fragment> body;
  std::vector<Fragment> address;  ///< one or none: it closes the record
  std::string_view category;      ///< of the heading above; empty if there is none
  Section section = Section::featured;

  [[nodiscard]] int end_line() const;
};

/// A label that a record has already: from there on nothing belongs to it.
struct RepeatedLabel {
  int line = 0;
  int first_line = 0;  ///< where the label of the same field stands
};

/// A digest cut into its head and its records.
struct DigestFrame {
  std::vector<Fragment> head;  ///< source note, summary and other lines of the head
  std::vector<Fragment> headings;
  std::vector<Fragment> closers;   ///< lines that close records and belong to none
  std::vector<Fragment> contents;  ///< headers without a record behind them, before the first one
  std::vector<Fragment> noise;     ///< to be dropped; legends too
  std::vector<Fragment> also_marks;
  std::vector<Fragment> stray;          ///< between the records, and claimed by nothing
  std::vector<RepeatedLabel> repeated;  ///< in the order of their lines; their labels are stray
  std::vector<RecordBlock> records;
};

/// Whether the fragment is the label of the head's summary.
[[nodiscard]] bool is_summary(const Fragment& fragment, const Format& format);

/// Finds the records: a header opens one; what the format says, a heading or the next header closes
/// it. A label that comes again does, too: the header before it is lost. If the format has lists of
/// contents, headers before the first record with nothing of their own are one.
[[nodiscard]] DigestFrame frame_records(const std::vector<Fragment>& fragments,
                                        const Format& format);

}  // namespace digest
