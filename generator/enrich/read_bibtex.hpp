#pragma once

#include "diagnostics/diagnostic.hpp"
#include "enrich/known_paper.hpp"
#include "text/source_text.hpp"

#include <string_view>
#include <vector>

namespace enrich {

/// What a BibTeX file says of each of its papers. The arXiv number is in `eprint` (or in an
/// address), names are split as BibTeX does (`von Last, Jr, First`; `First von Last`), `and others`
/// cuts a list. Reports what read_bibtex_entries does.
[[nodiscard]] diagnostics::Reported<std::vector<KnownPaper>> read_bibtex(
    const text::SourceText& source);

/// The names in an `author` field, and whether `and others` ends it.
struct BibtexNames {
  std::vector<KnownAuthor> authors;
  bool truncated = false;
};

[[nodiscard]] BibtexNames split_bibtex_names(std::string_view field);

}  // namespace enrich
