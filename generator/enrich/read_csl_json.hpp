#pragma once

#include "diagnostics/diagnostic.hpp"
#include "enrich/known_paper.hpp"
#include "text/source_text.hpp"

#include <vector>

namespace enrich {

/// What a CSL-JSON file, an array of items as reference managers write it, says of each paper:
/// `title`, `author`, `abstract`, `DOI`, `URL`, `number` (an arXiv number), `container-title`,
/// `issued`. A file that is no array, and items that are no objects, are reported as
/// "enrich/bad-csl".
[[nodiscard]] diagnostics::Reported<std::vector<KnownPaper>> read_csl_json(
    const text::SourceText& source);

}  // namespace enrich
