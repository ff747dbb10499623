#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Whether a value stayed data inside code. Each function compares the code of the page that shows
/// the marker with that of the page that shows `value`, and says what is wrong, or nothing.
namespace payloads {

using Complaint = std::optional<std::string>;

/// Whether the strings in code have to say exactly the value.
enum class RoundTrip { yes, no };

[[nodiscard]] Complaint compare_scripts(std::string_view marked, std::string_view script,
                                        std::string_view value,
                                        RoundTrip round_trip = RoundTrip::yes);

/// For JSON: the same, and every string has exactly the value.
[[nodiscard]] Complaint compare_json(std::string_view marked, std::string_view json,
                                     std::string_view value);

[[nodiscard]] Complaint compare_styles(std::string_view marked, std::string_view style,
                                       std::string_view value);

}  // namespace payloads
