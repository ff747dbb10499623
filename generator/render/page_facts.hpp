#pragma once

#include "site/site.hpp"
#include "text/calendar_date.hpp"

#include <string>

namespace render {

/// Descriptions that are made of texts are cut here, in characters as readers count them: search
/// engines and chat programs show no more.
inline constexpr std::size_t kDescriptionSize = 160;

/// What a page says of itself that depends on its kind, in the language of the site.
struct PageFacts {
  std::string title;
  /// One sentence; what is known in numbers and titles where nobody wrote one. Empty only for the
  /// page of what was not found, for redirects, and for written pages without one.
  std::string description;
  text::CalendarDate updated;  ///< of the newest digest that it shows; without a year if unknown
};

[[nodiscard]] PageFacts page_facts(const site::Site& site, const site::Route& route);

/// The name whose page once stood at `route`, a redirect.
[[nodiscard]] const catalog::FormerTerm& former_term_of(const site::Site& site,
                                                        const site::Route& route);

}  // namespace render
