#pragma once

#include "digest/digest.hpp"
#include "text/calendar_date.hpp"

#include <string>
#include <vector>

namespace citation {

/// What a paper's key is made of; `paper` outlives the call.
struct KeySource {
  const digest::Paper* paper = nullptr;
  text::CalendarDate listed;  ///< of the first digest that lists it
};

/// The key that a paper would like to have: the first author's family name, the year, and the first
/// word of the title that says something, in plain lower-case letters and digits:
/// `xu2023language`. Never empty.
[[nodiscard]] std::string wanted_key(const KeySource& source);

/// A key for each of `sources`, in their order, no two the same. Of papers that want the same key
/// the first gets it; each later one gets it with four hex digits of its own identity,
/// `xu2023language-3f9a`. So a key changes neither when papers are added behind it nor when others
/// go, as long as the first one stays.
[[nodiscard]] std::vector<std::string> citation_keys(const std::vector<KeySource>& sources);

}  // namespace citation
