#pragma once

#include "diagnostics/diagnostic.hpp"
#include "markdown/markdown_to_html.hpp"
#include "text/source_text.hpp"
#include "values/value.hpp"

#include <optional>
#include <string>
#include <vector>

namespace site {

/// A page that somebody wrote by hand: Markdown with front matter, converted once.
struct WrittenPage {
  std::string name;  ///< below content/pages/: `about.md`
  std::string file;  ///< as diagnostics print it
  std::string title;
  std::string description;
  std::string layout = "page.html";  ///< its template
  double weight = 0;                 ///< lighter pages stand first in the menu
  values::Value extra;               ///< the front matter's `extra`
  markdown::Document content;
};

/// Reads the page `name`. Nothing comes back if its front matter cannot be read; every other
/// mistake ("site/unknown-front-matter", "site/missing-title") is reported and the page kept.
[[nodiscard]] diagnostics::Reported<std::optional<WrittenPage>> read_written_page(
    const std::string& name, const text::SourceText& source, const std::string& base_path);

}  // namespace site
