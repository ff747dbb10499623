#pragma once

#include "citation/citation.hpp"

#include <string>

namespace citation {

/// Appends an entry of BibTeX, UTF-8, for BibTeX, biber and what reads their files:
/// `@misc{KEY, title = {…}, …}` and a line break. A cut list of authors ends in `and others`;
/// arXiv papers have `eprint`, `archivePrefix` and, where it is known, `primaryClass`.
void append_bibtex(std::string& out, const Citation& cited);

}  // namespace citation
