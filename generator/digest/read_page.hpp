#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/parse_digest.hpp"
#include "text/source_text.hpp"

#include <string_view>
#include <vector>

namespace digest {

/// Whether a file of that name is a saved web page: .html, .htm, .xhtml.
[[nodiscard]] bool is_page_file(std::string_view path);

/// Reads a saved web page: its text becomes lines (see PageFormat), which are read as any other
/// digest is. Claims, diagnostics and places of records are those of the page's source; markup is
/// claimed as `noise:markup`, what a rule of the page format drops as `noise:` and its name. Total.
/// A page beyond the limits of find_markup_excess() is reported as "digest/markup-limit".
[[nodiscard]] diagnostics::Reported<std::vector<ParsedDigest>> read_page(
    const text::SourceText& source, const DigestOptions& options);

}  // namespace digest
