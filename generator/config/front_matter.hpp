#pragma once

#include "diagnostics/expected.hpp"
#include "text/source_text.hpp"
#include "values/value.hpp"

#include <cstddef>
#include <string_view>

namespace config {

/// A text in two parts: the YAML between two lines `---` at its very beginning, and what follows.
struct FrontMatter {
  values::Value matter;       ///< a map; empty if there is no front matter
  std::string_view body;      ///< a view into the source
  std::size_t body_line = 1;  ///< the line (1-based) on which the body begins
};

/// Splits `source`. Fails with "config/bad-yaml" if the front matter is not a YAML map, and with
/// "config/open-front-matter" if its second `---` is missing.
[[nodiscard]] diagnostics::Expected<FrontMatter> split_front_matter(const text::SourceText& source);

}  // namespace config
