#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace markdown {

/// A heading of a document, for its table of contents and for link checks.
struct Heading {
  int level = 1;
  std::string id;  ///< unique in the document
  std::string text;
};

/// A hand-written document, converted.
struct Document {
  std::string html;  ///< safe: raw HTML and dangerous link schemes are left out
  std::vector<Heading> headings;
};

/// GitHub's Markdown (tables, strikethrough, autolinks, task lists) as HTML. Headings get ids. Line
/// breaks inside a paragraph vanish between two wide East Asian characters, where a blank would
/// show. Links that begin with '/' get `base_path` in front. Any text is a valid document.
/// Safe to call from several threads; they take turns.
[[nodiscard]] Document markdown_to_html(std::string_view source, std::string_view base_path);

}  // namespace markdown
