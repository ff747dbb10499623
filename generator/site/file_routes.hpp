#pragma once

#include "site/site.hpp"

#include <span>
#include <vector>

// Which files stand beside which page, and what they are about.
namespace site {

/// The first page of the list that `route` is a page of; the route itself if it is no list.
[[nodiscard]] RouteIndex list_of(const Site& site, const Route& route);

/// The feeds, and the citations, of the list that `route` shows; empty where it has none.
[[nodiscard]] std::span<const Route> feeds_of(const Site& site, const Route& route);
[[nodiscard]] std::span<const Route> citations_of(const Site& site, const Route& route);

/// The card that stands for `route` where others link to it: of the newest day for the index, of a
/// paper that of the day which featured it first. Null where there is none that fits.
[[nodiscard]] const Route* card_of(const Site& site, const Route& route);

/// The records of the whole site.
[[nodiscard]] std::span<const Route> record_files(const Site& site);

/// The papers that the list at `list` is about, each once, in its order; every paper for the index.
[[nodiscard]] std::vector<catalog::PaperIndex> papers_of_list(const Site& site, const Route& list);

}  // namespace site
