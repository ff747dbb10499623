#pragma once

#include "digest/digest.hpp"

#include <string>

namespace digest {

/// The digest and its papers as items of a YAML list, which is itself a valid source.
[[nodiscard]] std::string digest_to_yaml(const Digest& digest);

/// The names of the columns of digest_to_csv(), a line of CSV.
[[nodiscard]] std::string csv_header();

/// A paper as a line of CSV (RFC 4180), for spreadsheets: lists are joined with `; `, links are
/// `label address`. A cell that a spreadsheet would take for a formula, because it begins with `=`,
/// `+`, `-`, `@`, a tab or a carriage return, has an apostrophe before it.
[[nodiscard]] std::string paper_to_csv(const Digest& digest, const Paper& paper);

/// The papers as such lines. What a digest says of itself is left out.
[[nodiscard]] std::string digest_to_csv(const Digest& digest);

}  // namespace digest
