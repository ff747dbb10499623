#pragma once

#include "digest/digest.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// A link of a cell, and where it stands in the cell's bytes.
struct CellLink {
  Link link;  ///< as written: the address may be anything
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What a cell says.
struct CellText {
  std::string text;  ///< without markup, trimmed; `<br>` is a line break
  std::vector<CellLink> links;
};

/// Reads the inline markup of a Markdown cell: emphasis, code, backslash escapes, entities, links
/// (`[label](address)`, `<a href>`, `<address>`), line breaks (`<br>`, list items). Images are
/// dropped. Angle brackets that are no tag of HTML (`<think>`) are text. A link's label is part of
/// the text. Takes time in proportion to the cell.
[[nodiscard]] CellText read_cell(std::string_view cell);

/// Whether a cell says that there is nothing: dashes alone, 无, 暂无, N/A or none.
[[nodiscard]] bool says_none(std::string_view cell);

}  // namespace digest
