#pragma once

#include "diagnostics/diagnostic.hpp"
#include "text/calendar_date.hpp"
#include "text/source_text.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace config {

/// The words of the interface in one language: a theme's `strings/LANGUAGE.yaml`, a flat map of
/// texts, and four lists of names for dates.
struct InterfaceStrings {
  std::map<std::string, std::string, std::less<>> texts;
  std::vector<std::string> weekdays;  ///< Monday first
  std::vector<std::string> weekdays_short;
  std::vector<std::string> months;  ///< January first
  std::vector<std::string> months_short;

  [[nodiscard]] text::DateNames date_names() const;

  /// The text of `key`, or null.
  [[nodiscard]] const std::string* find(std::string_view key) const;
};

/// Reads `strings/LANGUAGE.yaml`. Total: what is wrong is reported and left out.
[[nodiscard]] diagnostics::Reported<InterfaceStrings> parse_interface_strings(
    const text::SourceText& source);

}  // namespace config
