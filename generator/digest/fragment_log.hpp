#pragma once

#include "digest/line_fragments.hpp"
#include "digest/line_marks.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace digest {

/// The fragments found so far, and what they say about the next one: whether the head is over,
/// whether a record is open, whether the next line must be a header. What a piece of a line is, is
/// not its business.
class FragmentLog {
 public:
  explicit FragmentLog(const Format& format) : format_(format) {}

  /// Fragments from now on stand on this line.
  void enter_line(int number) { line_ = number; }

  void add(Fragment fragment);
  /// Adds a fragment that ends the record before it.
  void close(const Fragment& fragment);
  void add_header(std::string_view whole, const LineMark& mark, std::string_view title);
  /// Opens a record for the label of a title on a line that begins with `piece`, where no line has
  /// opened one for it.
  void open_at_title(std::string_view piece);
  /// An address has ended the record and, if there is still one, the head.
  void end_at_address();

  void set_legend(std::vector<LegendEntry> entries) { state_.legend = std::move(entries); }

  /// Whether what is looked for may stand right behind a heading.
  void set_after_heading(bool after) { state_.after_heading = after; }

  /// Lives as long as the log, and changes with it.
  [[nodiscard]] const ScanState& state() const { return state_; }

  [[nodiscard]] bool seen_header() const { return seen_header_; }

  /// Whether the record before is closed.
  [[nodiscard]] bool expects_header() const { return expects_header_; }

  [[nodiscard]] ScannedLines result() &&;

 private:
  const Format& format_;
  ScanState state_;
  std::vector<Fragment> fragments_;
  int line_ = 0;
  bool seen_header_ = false;
  bool expects_header_ = false;
  bool has_title_ = false;  ///< the record that is open has it
};

}  // namespace digest
