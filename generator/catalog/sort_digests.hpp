#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/digest.hpp"

#include <span>
#include <string>
#include <vector>

namespace catalog {

/// `digests` in the one order of the site, whatever order they come in: by day; those that know
/// only their month after the days of that month, by the newest arXiv number among their papers;
/// those without a date last; equal ones by name, then by file.
[[nodiscard]] std::vector<digest::Digest> sort_digests(std::vector<digest::Digest> digests);

/// The newest arXiv id among the papers of `digest`, written so that a newer one is greater:
/// `202302.02801`, `199901001`. Empty if there is none.
[[nodiscard]] std::string newest_arxiv_serial(const digest::Digest& digest);

/// "catalog/digest-name-clash" for each digest that has the name of one before it: the name stands
/// in addresses, so both would be one page.
[[nodiscard]] std::vector<diagnostics::Diagnostic> report_name_clashes(
    std::span<const digest::Digest> digests);

}  // namespace catalog
