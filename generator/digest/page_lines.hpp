#pragma once

#include "digest/page_format.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// Bytes of a page's text and where they come from. Equally long: byte for byte; else as a whole (a
/// character reference, the address of a link).
struct TextRun {
  std::size_t begin = 0;  ///< in the text
  std::size_t size = 0;
  std::size_t source_begin = 0;  ///< in the page's source
  std::size_t source_size = 0;
};

/// Text of a page that a rule drops.
struct DroppedText {
  std::size_t source_begin = 0;
  std::size_t source_size = 0;
  std::string kind;  ///< `noise:navigation`
};

/// What a browser would show of a page, line by line.
struct PageLines {
  std::string text;
  std::vector<TextRun> runs;  ///< in the order of the text; line breaks have none
  std::vector<DroppedText> dropped;
};

/// Parses `html` as browsers do and writes its text down: block elements and `<br>` begin lines,
/// blanks collapse, items of numbered lists get their numbers, images and scripts have no text. The
/// address of a link takes the place of its text where the text is a cut address, or the line is
/// the link of a paper and little else, or ends with a label and the link. The markup must be
/// within the limits of find_markup_excess().
[[nodiscard]] PageLines read_page_lines(std::string_view html, const PageFormat& format);

}  // namespace digest
