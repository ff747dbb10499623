#pragma once

#include "digest/digest.hpp"
#include "digest/format.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace digest {

enum class FragmentKind {
  header,       ///< opens a record
  lost_header,  ///< looks like one, and no opener fits it
  closer,       ///< closes a record and belongs to none
  heading,      ///< gives the records behind it their category
  also_mark,    ///< opens the list of further papers
  legend,       ///< categories and their names
  source_note,  ///< where the digest comes from
  head_line,    ///< another line of the head that the format knows
  date,         ///< a line that says the date
  label,        ///< a label, and perhaps its text
  address,      ///< a web address, or another word with a scheme
  noise,        ///< to be dropped
  text,         ///< anything else
};

/// A line, or a part of one where scraping has glued several: what can be told without knowing the
/// record it stands in. All views are views into the source.
struct Fragment {
  FragmentKind kind = FragmentKind::text;
  int line = 0;            ///< 1-based
  std::string_view whole;  ///< all of it, trimmed
  std::string_view body;   ///< a header's title, a label's text, a heading's category
  std::string_view rank;   ///< a header's number; may be empty
  std::string_view code;   ///< a header's category
  std::size_t rule = 0;    ///< which opener, label, noise rule, line of the head or date;
                           ///< of openers, the loose ones are counted behind the others
};

struct ScannedLines {
  std::vector<Fragment> fragments;  ///< in the order of the file; blank lines have none
  std::vector<LegendEntry> legend;  ///< of the first legend line
};

/// Cuts the lines from `first_line` on into fragments; `lines` are all of them, trimmed. Lines
/// longer than `max_line_size` bytes are passed over.
[[nodiscard]] ScannedLines scan_lines(const text::SourceText& source,
                                      std::span<const std::string_view> lines, const Format& format,
                                      std::size_t first_line, std::size_t max_line_size);

}  // namespace digest
