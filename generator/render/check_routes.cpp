#include "render/check_routes.hpp"

#include "render/card.hpp"
#include "render/page_view.hpp"
#include "render/render_route.hpp"
#include "site/check_links.hpp"

namespace render {

namespace {

/// Where the links of a page are written: its Markdown, or its template.
std::string written_in(const site::Site& site, const site::Route& route) {
  return route.kind == site::RouteKind::page ? site.pages()[route.subject].file
                                             : "templates/" + template_of(site, route);
}

}  // namespace

std::vector<diagnostics::Diagnostic> check_route(const site::Site& whole,
                                                 const site::Place& place) {
  const site::Site& site = *place.site;
  const site::Route& route = *place.route;
  std::vector<diagnostics::Diagnostic> said;
  if (route.kind == site::RouteKind::card) {
    if (const diagnostics::Expected<void> card = check_card(site, route); !card) {
      said.push_back(card.error());
    }
    return said;
  }
  const diagnostics::Expected<Page> page = render_route(site, route);
  if (!page) {
    said.push_back(page.error());
    return said;
  }
  if (!page->media_type.starts_with("text/html")) {
    return said;
  }
  for (const site::DeadLink& link : site::find_dead_links(whole, page->bytes)) {
    said.push_back({.code = "render/dead-link",
                    .where = {.path = written_in(site, route)},
                    .message = "the link " + link.target + " leads nowhere",
                    .remedy = "run sitegen routes for the addresses that there are"});
  }
  return said;
}

}  // namespace render
