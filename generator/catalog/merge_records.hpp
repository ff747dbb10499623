#pragma once

#include "digest/digest.hpp"

#include <string>
#include <vector>

namespace catalog {

/// Gives `paper` the richer value of each field that `later`, another record of the same paper,
/// has: the longer text, the list with more names, a title that is not cut. Equally rich values
/// stay; so do identity, rank, section and source. Returns the names of the fields that changed, in
/// the order of the record.
std::vector<std::string> merge_records(digest::Paper& paper, digest::Paper later);

}  // namespace catalog
