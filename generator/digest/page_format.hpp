#pragma once

#include "values/value.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

class FormatValues;

/// Which elements of a page are meant: `nav`, `.comments`, `#sidebar`, `div.share`, and with a star
/// at its end any name that begins so: `.comment*`. Letters count in either case.
struct ElementPattern {
  std::string tag;       ///< in lower case; empty: any
  std::string class_of;  ///< one of its classes, in lower case; empty: any
  std::string id;        ///< in lower case; empty: any
};

/// Elements to drop, with the name that claims show: `noise:navigation`.
struct PageNoise {
  std::string name;
  std::vector<ElementPattern> elements;
};

/// How the text of a saved web page is found, as data. Part of a Format; the lines that it gives go
/// to the formats of lines.
struct PageFormat {
  std::vector<std::string> recognise_contains;  ///< each stands somewhere in the page's source
  /// Where the text is: the first of these that the page has exactly once. None: all of the page.
  std::vector<ElementPattern> content;
  std::vector<PageNoise> noise;
};

/// Nothing if `text` is no pattern.
[[nodiscard]] std::optional<ElementPattern> parse_element_pattern(std::string_view text);

/// The `page:` of a format file whose whole is `tree`, with the texts that `recognise:` names.
[[nodiscard]] PageFormat parse_page_format(const values::Value& tree, FormatValues& from);

}  // namespace digest
