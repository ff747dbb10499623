#pragma once

#include "digest/digest.hpp"

#include <string>

namespace digest {

/// The digest and its papers as items of a YAML list, which is itself a valid source.
[[nodiscard]] std::string digest_to_yaml(const Digest& digest);

/// The names of the columns of digest_to_csv(), a line of CSV.
[[nodiscard]] std::string csv_header();

/// The papers as lines of CSV (RFC 4180), for spreadsheets: lists are joined with `; `, links are
/// `label address`. What a digest says of itself is left out.
[[nodiscard]] std::string digest_to_csv(const Digest& digest);

}  // namespace digest
