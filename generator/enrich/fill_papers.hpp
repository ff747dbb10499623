#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/digest.hpp"
#include "enrich/known_paper.hpp"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace enrich {

/// How many records got a field from a file: by file, then field.
using FillCounts = std::map<std::pair<std::string, std::string>, std::size_t>;

/// What filling noticed, and how much it filled.
struct FillReport {
  FillCounts counts;
  std::vector<diagnostics::Diagnostic> diagnostics;
};

/// Fills what the records of `digests` lack with what is known: abstract, venue, arXiv categories,
/// dates, a link to the DOI, full names and whole lists of authors (completed_authors). What a
/// digest says is never replaced, and of several files the first that knows a field gives it. Each
/// filled field is noted in Paper::enriched. A paper that is called otherwise than what is known of
/// it is reported as "enrich/title-mismatch" and left alone.
[[nodiscard]] FillReport fill_papers(std::span<digest::Digest> digests,
                                     std::span<const KnownPaper> known);

}  // namespace enrich
