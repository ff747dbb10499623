#pragma once

#include "digest/digest.hpp"
#include "digest/field.hpp"

#include <string>

namespace digest {

/// The text of `paper` that `field` fills; null for ranks, lists, dates and the address.
[[nodiscard]] std::string* text_member(Paper& paper, Field field);

/// Whether `paper` has something of `field`. No paper has a date: that is its digest's.
[[nodiscard]] bool has_member(const Paper& paper, Field field);

}  // namespace digest
