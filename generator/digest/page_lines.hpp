#pragma once

#include "digest/page_format.hpp"
#include "digest/placed_text.hpp"
#include "text/calendar_date.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// Text of a page that a rule drops.
struct DroppedText {
  std::size_t source_begin = 0;
  std::size_t source_size = 0;
  std::string kind;  ///< `noise:navigation`
};

/// What a browser would show of a page, line by line.
struct PageLines {
  PlacedText text;  ///< line breaks have no run
  std::vector<DroppedText> dropped;
  std::optional<text::CalendarDate> published;  ///< as the markup says; see PageDate
  bool has_table = false;                       ///< one with a row of headers
};

/// How tables with a row of headers are written.
enum class PageTables {
  as_lines,  ///< a cell a line, as all else
  as_rows,   ///< as Markdown tables (TableWriter), and headings as those of Markdown
};

/// Parses `html` as browsers do and writes its text down: block elements and `<br>` begin lines,
/// blanks collapse, items of numbered lists get their numbers, images and scripts have no text. The
/// address of a link takes the place of its text where the text is a cut address, or the line is
/// the link of a paper and little else, or ends with a label and the link. The markup must be
/// within the limits of find_markup_excess().
[[nodiscard]] PageLines read_page_lines(std::string_view html, const PageFormat& format,
                                        PageTables tables);

}  // namespace digest
