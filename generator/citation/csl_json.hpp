#pragma once

#include "citation/citation.hpp"

#include <string>

namespace citation {

/// Appends one item of CSL-JSON (the input of citation processors, schema 1.0.2) as a JSON object
/// on one line. A cut list of authors ends in the author `others`.
void append_csl_json(std::string& out, const Citation& cited);

}  // namespace citation
