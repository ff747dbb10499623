#include "site/site.hpp"

#include "citation/citation_keys.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace site {

namespace {

std::vector<std::string> keys_of(const catalog::Catalog& catalog) {
  std::vector<citation::KeySource> sources;
  sources.reserve(catalog.papers.size());
  for (const catalog::CatalogPaper& paper : catalog.papers) {
    const catalog::DigestIndex first = paper.appearances.front().digest;
    sources.push_back({.paper = &paper.record, .listed = catalog.digests[first.value].head.date});
  }
  return citation::citation_keys(sources);
}

}  // namespace

Site::Site(SiteParts parts)
    : parts_(std::move(parts)),
      fragments_(parts_.templates.fragment_count()),
      base_(text::split_base_url(parts_.config.base_url)),
      orders_(order_terms(parts_.catalog)),
      papers_by_title_(order_papers_by_title(parts_.catalog)),
      citation_keys_(keys_of(parts_.catalog)) {
  by_path_.reserve(routes().size());
  for (RouteIndex i = 0; i < routes().size(); ++i) {
    by_path_.emplace(routes()[i].path, i);
  }
}

const Route* Site::find(std::string_view path) const {
  const auto found = by_path_.find(path);
  return found == by_path_.end() ? nullptr : &routes()[found->second];
}

std::optional<Place> Site::locate(std::string_view path) const {
  if (const Route* route = find(path)) {
    return Place{this, route};
  }
  for (const std::shared_ptr<const Site>& translation : translations()) {
    if (const Route* route = translation->find(path)) {
      return Place{translation.get(), route};
    }
  }
  return std::nullopt;
}

std::vector<Place> Site::places() const {
  std::vector<Place> places;
  places.reserve(routes().size() * (1 + translations().size()));
  for (const Route& route : routes()) {
    places.push_back({this, &route});
  }
  for (const std::shared_ptr<const Site>& translation : translations()) {
    for (const Route& route : translation->routes()) {
      places.push_back({translation.get(), &route});
    }
  }
  return places;
}

const Route& Site::route_of(catalog::PaperIndex paper) const {
  return routes()[plan().of_paper[paper.value]];
}

const Route& Site::route_of(catalog::DigestIndex digest) const {
  return routes()[plan().of_day[plan().day_of[digest.value]]];
}

const Route* Site::route_of(catalog::Taxonomy taxonomy, catalog::TermIndex term) const {
  const std::vector<RouteIndex>& routes_of_terms =
      plan().of_term[static_cast<std::size_t>(taxonomy)];
  return routes_of_terms.empty() ? nullptr : &routes()[routes_of_terms[term.value]];
}

const Route* Site::overview_of(catalog::Taxonomy taxonomy) const {
  const std::optional<RouteIndex>& overview =
      plan().of_overview[static_cast<std::size_t>(taxonomy)];
  return overview ? &routes()[*overview] : nullptr;
}

const Route* Site::route_of_month(int year, int month) const {
  const std::vector<catalog::Month>& months = catalog().months;
  const auto found =
      std::ranges::lower_bound(months, std::tuple(year, month), {},
                               [](const catalog::Month& m) { return std::tuple(m.year, m.month); });
  if (found == months.end() || found->year != year || found->month != month) {
    return nullptr;
  }
  return &routes()[plan().of_month[static_cast<std::size_t>(found - months.begin())]];
}

const Route* Site::route_of_year(int year) const {
  const std::vector<catalog::Year>& years = catalog().years;
  const auto found = std::ranges::lower_bound(years, year, {}, &catalog::Year::year);
  if (found == years.end() || found->year != year) {
    return nullptr;
  }
  return &routes()[plan().of_year[static_cast<std::size_t>(found - years.begin())]];
}

}  // namespace site
