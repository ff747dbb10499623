#include "render/card.hpp"

#include "render/page_view.hpp"
#include "render/views.hpp"

#include <optional>
#include <utility>

namespace render {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Expected;
using diagnostics::failure;

constexpr std::string_view kTemplate = "card.svg";

Diagnostic while_drawing(Diagnostic problem, const site::Route& route) {
  problem.notes.push_back({.where = {}, .message = "while drawing the card " + route.path});
  return problem;
}

Diagnostic bad_card(const site::Route& route, const std::string& reason) {
  return while_drawing({.code = "render/bad-card",
                        .where = {.path = "templates/" + std::string(kTemplate)},
                        .message = "what this template writes is no SVG: " + reason,
                        .remedy = "run sitegen which card.svg for the file, and mend it"},
                       route);
}

}  // namespace

Expected<std::string> card_svg(const site::Site& site, const site::Route& route) {
  values::Map globals;
  globals.set("site", site_value(site));
  const values::Map context = page_context(site, site.routes()[route.subject]);
  std::string svg;
  std::optional<Diagnostic> problem = site.templates().render(
      std::string(kTemplate),
      {.globals = globals, .context = context, .fragments = &site.fragments()}, svg);
  if (problem) {
    return failure(while_drawing(*std::move(problem), route));
  }
  return svg;
}

Expected<std::string> card_png(const site::Site& site, const site::Route& route) {
  const Expected<std::string> svg = card_svg(site, route);
  if (!svg) {
    return failure(svg.error());
  }
  diagnostics::OrReason<std::string> png = draw_svg(*svg, kCardSize);
  if (!png) {
    return failure(bad_card(route, png.error()));
  }
  return *std::move(png);
}

Expected<void> check_card(const site::Site& site, const site::Route& route) {
  const Expected<std::string> svg = card_svg(site, route);
  if (!svg) {
    return failure(svg.error());
  }
  const diagnostics::OrReason<void> readable = check_svg(*svg);
  if (!readable) {
    return failure(bad_card(route, readable.error()));
  }
  return {};
}

Expected<std::string> card_recipe(const site::Site& site, const site::Route& route) {
  Expected<std::string> svg = card_svg(site, route);
  if (!svg) {
    return svg;
  }
  return *std::move(svg) + "\n" + drawing_version();
}

}  // namespace render
