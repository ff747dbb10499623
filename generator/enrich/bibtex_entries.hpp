#pragma once

#include "diagnostics/diagnostic.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace enrich {

/// An entry of a BibTeX file: `@article{key, title = {…}}`.
struct BibtexEntry {
  std::string type;  ///< in lower case: `article`
  std::string key;
  std::map<std::string, std::string> fields;  ///< names in lower case; values as TeX, undelimited
  std::size_t offset = 0;                     ///< where it begins
};

/// The entries of a BibTeX file in their order. Values are `{…}` (nested), `"…"`, numbers, names of
/// `@string`s and the twelve months, joined by `#`. `@comment`, `@preamble` and what stands between
/// entries are passed over. An entry that cannot be read is reported as "enrich/bad-bibtex" and
/// left out; reading goes on at the next `@` that begins a line. Total and linear.
[[nodiscard]] diagnostics::Reported<std::vector<BibtexEntry>> read_bibtex_entries(
    const text::SourceText& source);

}  // namespace enrich
