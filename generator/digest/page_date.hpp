#pragma once

#include "digest/html_tree.hpp"
#include "text/calendar_date.hpp"

#include <simdjson.h>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace digest {

/// Whether an element stands inside what a page format calls the page's content.
enum class PagePlace { content, elsewhere };

/// What the markup of a page says about the day it was published: `<meta>` by the names of
/// OpenGraph, schema.org, Highwire Press and Dublin Core, JSON-LD, and `<time datetime>`.
class PageDate {
 public:
  /// Looks at an element that no rule drops.
  void see(const GumboNode& element, PagePlace place);

  /// The date that is trusted most; of several that are trusted alike, the first.
  [[nodiscard]] std::optional<text::CalendarDate> best() const;

 private:
  void see_meta(const GumboNode& meta);
  void see_script(const GumboNode& script);
  void note(std::size_t clue, std::string_view written);

  static constexpr std::size_t kClueCount = 7;

  std::array<std::optional<text::CalendarDate>, kClueCount> dates_;  ///< in the order of trust
  simdjson::dom::parser parser_;
};

}  // namespace digest
