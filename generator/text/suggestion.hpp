#pragma once

#include <span>
#include <string>
#include <string_view>

namespace text {

/// The candidate that was probably meant by `word`: the one with the smallest edit distance, if
/// that is at most a third of the word's length (and at least 1). Empty if none is near. Of equally
/// near ones the first.
[[nodiscard]] std::string_view nearest(std::string_view word,
                                       std::span<const std::string_view> candidates);

/// `did you mean "title"?`, or an empty text if no candidate is near.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       std::span<const std::string_view> candidates);

}  // namespace text
