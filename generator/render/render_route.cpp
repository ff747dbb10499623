#include "render/render_route.hpp"

#include "render/page_view.hpp"
#include "render/render_file.hpp"
#include "render/search_files.hpp"
#include "render/views.hpp"

#include <utility>

namespace render {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Expected;
using diagnostics::failure;

Page asset_page(const site::Asset& asset) {
  return {.bytes = std::string(asset.source->bytes()), .media_type = asset.media_type};
}

std::string media_type_of(const site::Route& route) {
  return route.kind == site::RouteKind::opensearch ? "application/opensearchdescription+xml"
                                                   : "text/html; charset=utf-8";
}

}  // namespace

Expected<Page> render_route(const site::Site& site, const site::Route& route) {
  if (route.kind == site::RouteKind::asset) {
    return asset_page(site.assets().assets()[route.subject]);
  }
  if (route.kind == site::RouteKind::search_file) {
    return search_file(site, route.subject);
  }
  if (route.format != site::FileFormat::page) {
    return render_file(site, route);
  }
  values::Map globals;
  globals.set("site", site_value(site));
  const values::Map context = page_context(site, route);
  Page page{.bytes = {}, .media_type = media_type_of(route)};
  std::optional<Diagnostic> problem = site.templates().render(
      template_of(site, route),
      {.globals = globals, .context = context, .fragments = &site.fragments()}, page.bytes);
  if (problem) {
    problem->notes.push_back({.where = {}, .message = "while rendering the page " + route.path});
    return failure(*std::move(problem));
  }
  return page;
}

}  // namespace render
