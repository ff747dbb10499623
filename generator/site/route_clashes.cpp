#include "site/route_clashes.hpp"

#include "text/unicode.hpp"

#include <string>
#include <unordered_map>

namespace site {

namespace {

/// What is shown at a route, and where it comes from.
struct Origin {
  std::string what;
  diagnostics::Location where;
};

Origin origin_of(const PlanInput& input, const RoutePlan& plan, const Route& route) {
  const catalog::Catalog& catalog = input.catalog;
  switch (route.kind) {
    case RouteKind::day: {
      const catalog::DigestIndex first = plan.days[route.subject].digests.front();
      const digest::Digest& head = catalog.digests[first.value].head;
      return {"the digest \"" + head.name + "\"", {.path = head.file}};
    }
    case RouteKind::paper: {
      const digest::Paper& paper = catalog.papers[route.subject].record;
      return {"the paper \"" + paper.title + "\"",
              {.path = paper.source.file, .line = paper.source.line}};
    }
    case RouteKind::term: {
      const catalog::Term& term = catalog.terms_of(route.taxonomy)[route.subject];
      const digest::SourceLines& source = catalog.papers[term.papers.back().value].record.source;
      return {"\"" + term.name + "\"", {.path = source.file, .line = source.line}};
    }
    case RouteKind::page:
      return {"this page", {.path = input.pages[route.subject].file}};
    case RouteKind::asset: {
      const Asset& asset = input.assets.assets()[route.subject];
      return {"the asset \"" + asset.name + "\"", {.path = asset.source->path()}};
    }
    default:
      return {"the site's own page " + route.path, {}};
  }
}

}  // namespace

std::vector<diagnostics::Diagnostic> find_route_clashes(const PlanInput& input,
                                                        const RoutePlan& plan) {
  std::vector<diagnostics::Diagnostic> clashes;
  std::unordered_map<std::string, const Route*> first_by_path;
  first_by_path.reserve(plan.routes.size());
  for (const Route& route : plan.routes) {
    if (route.path.empty()) {
      const Origin origin = origin_of(input, plan, route);
      clashes.push_back({.code = "site/no-permalink",
                         .where = origin.where,
                         .message = "the name of " + origin.what + " gives no address",
                         .remedy = "put a letter or a digit into the file's name"});
      continue;
    }
    const auto [first, is_new] = first_by_path.emplace(text::fold(route.path), &route);
    if (is_new) {
      continue;
    }
    // The place that people can change comes first: the site's own pages have none.
    Origin here = origin_of(input, plan, route);
    Origin there = origin_of(input, plan, *first->second);
    if (here.where.path.empty()) {
      std::swap(here, there);
    }
    std::vector<diagnostics::Note> notes;
    if (!there.where.path.empty()) {
      notes.push_back({there.where, there.what + " comes from here"});
    }
    clashes.push_back({.code = "site/permalink-clash",
                       .where = here.where,
                       .message = here.what + " would be published at " + route.path + ", where " +
                                  there.what + " is",
                       .remedy = "rename one of the two",
                       .notes = std::move(notes)});
  }
  return clashes;
}

}  // namespace site
