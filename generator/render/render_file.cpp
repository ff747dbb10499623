#include "render/render_file.hpp"

#include "render/card.hpp"
#include "render/cited_paper.hpp"
#include "render/crawler_files.hpp"
#include "render/feed.hpp"
#include "render/feed_view.hpp"
#include "render/paper_database.hpp"
#include "render/record_files.hpp"
#include "render/views.hpp"
#include "site/file_names.hpp"
#include "site/file_routes.hpp"

#include <string>
#include <utility>

namespace render {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Expected;
using site::FileFormat;

Expected<std::string> templated_feed(const site::Site& site, const site::Route& route,
                                     const std::string& layout) {
  const Feed feed = make_feed(site, route);
  values::Map globals;
  globals.set("site", site_value(site));
  values::Map context;
  context.set("feed", feed_value(site, route, feed));
  std::string xml;
  std::optional<Diagnostic> problem = site.templates().render(
      layout, {.globals = globals, .context = context, .fragments = &site.fragments()}, xml);
  if (problem) {
    problem->notes.push_back({.where = {}, .message = "while rendering the feed " + route.path});
    return diagnostics::failure(*std::move(problem));
  }
  return xml;
}

Expected<std::string> file_bytes(const site::Site& site, const site::Route& route) {
  switch (route.format) {
    case FileFormat::atom:
      return templated_feed(site, route, "feed.xml");
    case FileFormat::rss:
      return templated_feed(site, route, "rss.xml");
    case FileFormat::json_feed:
      return json_feed(site, route, make_feed(site, route));
    case FileFormat::bibtex:
    case FileFormat::ris:
    case FileFormat::csl_json:
      return citations_file(site, site::papers_of_list(site, site.routes()[route.subject]),
                            route.format);
    case FileFormat::json_lines:
      return records_as_json_lines(site);
    case FileFormat::csv:
      return records_as_csv(site);
    case FileFormat::json_schema:
      return std::string(record_schema());
    case FileFormat::sitemap:
      return sitemap(site, route);
    case FileFormat::sitemap_index:
      return sitemap_index(site);
    case FileFormat::robots:
      return robots(site);
    case FileFormat::llms:
      return llms(site);
    case FileFormat::sqlite:
      return paper_database(site);
    case FileFormat::png:
      return card_png(site, route);
    case FileFormat::page:
      break;
  }
  return std::string();
}

}  // namespace

Expected<Page> render_file(const site::Site& site, const site::Route& route) {
  Expected<std::string> bytes = file_bytes(site, route);
  if (!bytes) {
    return diagnostics::failure(std::move(bytes.error()));
  }
  return Page{.bytes = *std::move(bytes),
              .media_type = std::string(site::file_name(route.format).media_type)};
}

}  // namespace render
