#pragma once

#include "citation/citation.hpp"

#include <string>

namespace citation {

/// Appends a reference in RIS, UTF-8: lines `TG  - value` that end in CR LF, from `TY` to `ER`.
/// RIS has no type for preprints: one is unpublished (`UNPB`), anything else generic (`GEN`). A cut
/// list of authors ends in the author `others`, as in BibTeX.
void append_ris(std::string& out, const Citation& cited);

}  // namespace citation
