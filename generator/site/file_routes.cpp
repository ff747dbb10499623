#include "site/file_routes.hpp"

#include "catalog/calendar.hpp"

#include <optional>

namespace site {

namespace {

using catalog::DigestIndex;
using catalog::PaperIndex;

std::span<const Route> files_in(const Site& site, const RouteRange& range) {
  return std::span(site.routes()).subspan(range.first, range.count);
}

std::span<const Route> files_of(const Site& site,
                                const std::unordered_map<RouteIndex, RouteRange>& files,
                                const Route& route) {
  const auto found = files.find(list_of(site, route));
  return found == files.end() ? std::span<const Route>() : files_in(site, found->second);
}

/// The papers of `digests`, each once, where it is met first.
std::vector<PaperIndex> papers_of_digests(const Site& site,
                                          const std::vector<DigestIndex>& digests) {
  std::vector<PaperIndex> papers;
  std::vector<bool> taken(digests.size() > 1 ? site.catalog().papers.size() : 0);
  for (const DigestIndex digest : digests) {
    for (const catalog::Appearance& one : site.catalog().digests[digest.value].appearances) {
      if (taken.empty() || !taken[one.paper.value]) {
        papers.push_back(one.paper);
      }
      if (!taken.empty()) {
        taken[one.paper.value] = true;
      }
    }
  }
  return papers;
}

/// The place in RoutePlan::days of the day that a card of `route` shows.
std::optional<std::uint32_t> day_shown_by(const Site& site, const Route& route) {
  const std::vector<std::uint32_t>& day_of = site.plan().day_of;
  if (route.kind == RouteKind::day) {
    return route.subject;
  }
  if (route.kind == RouteKind::paper) {
    // A card that does not name the paper would mislead.
    const catalog::Appearance& first = site.catalog().papers[route.subject].appearances.front();
    return first.section == digest::Section::featured ? std::optional(day_of[first.digest.value])
                                                      : std::nullopt;
  }
  const std::optional<DigestIndex> newest =
      route.kind == RouteKind::index ? catalog::newest_digest(site.catalog()) : std::nullopt;
  return newest ? std::optional(day_of[newest->value]) : std::nullopt;
}

}  // namespace

RouteIndex list_of(const Site& site, const Route& route) {
  if (route.kind == RouteKind::term) {
    return site.plan().of_term[static_cast<std::size_t>(route.taxonomy)][route.subject];
  }
  return static_cast<RouteIndex>(&route - site.routes().data());
}

std::span<const Route> feeds_of(const Site& site, const Route& route) {
  return files_of(site, site.plan().feeds_of, route);
}

std::span<const Route> citations_of(const Site& site, const Route& route) {
  return files_of(site, site.plan().citations_of, route);
}

const Route* card_of(const Site& site, const Route& route) {
  const RoutePlan& plan = site.plan();
  if (plan.of_card.empty()) {
    return nullptr;
  }
  const std::optional<std::uint32_t> day = day_shown_by(site, route);
  const std::optional<RouteIndex> card = day ? plan.of_card[*day] : std::nullopt;
  return card ? &site.routes()[*card] : nullptr;
}

std::span<const Route> record_files(const Site& site) {
  return files_in(site, site.plan().records);
}

std::vector<PaperIndex> papers_of_list(const Site& site, const Route& list) {
  switch (list.kind) {
    case RouteKind::day:
      return papers_of_digests(site, site.plan().days[list.subject].digests);
    case RouteKind::month:
      return papers_of_digests(site, site.catalog().months[list.subject].digests);
    case RouteKind::term:
      return site.catalog().terms_of(list.taxonomy)[list.subject].papers;
    default:
      break;
  }
  std::vector<PaperIndex> papers(site.catalog().papers.size());
  for (std::uint32_t i = 0; i < papers.size(); ++i) {
    papers[i] = {i};
  }
  return papers;
}

}  // namespace site
