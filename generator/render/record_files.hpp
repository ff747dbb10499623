#pragma once

#include "site/site.hpp"

#include <string>
#include <string_view>

// The records of the whole site, for programs: each digest, oldest first, and each paper as often
// as digests list it.
namespace render {

/// The record as `sitegen extract` prints it, one a line. A site built from this file alone is the
/// same site.
[[nodiscard]] std::string records_as_json_lines(const site::Site& site);

/// The papers for spreadsheets: digest::paper_to_csv().
[[nodiscard]] std::string records_as_csv(const site::Site& site);

/// The JSON Schema of a line of records_as_json_lines().
[[nodiscard]] std::string_view record_schema();

}  // namespace render
