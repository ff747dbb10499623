#include "render/structured_data.hpp"

#include "citation/citation.hpp"
#include "render/content_date.hpp"
#include "render/term_statistics.hpp"
#include "render/view_fields.hpp"
#include "render/views.hpp"
#include "site/file_routes.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace render {

namespace {

/// Further authors of a paper are on its page, and not described for machines.
constexpr std::size_t kDescribedAuthors = 200;

using site::Route;
using site::RouteKind;
using values::List;
using values::Map;
using values::Value;

bool has_addresses(const site::Site& site) {
  return !site.config().base_url.empty();
}

void set_text(Map& thing, std::string name, std::string_view text) {
  if (!text.empty()) {
    thing.set(std::move(name), Value::view(text));
  }
}

void set_text(Map& thing, std::string name, std::string text) {
  if (!text.empty()) {
    thing.set(std::move(name), Value::text(std::move(text)));
  }
}

Map thing_of(std::string_view type) {
  Map thing;
  thing.set("@type", Value::view(type));
  return thing;
}

void set_address(const site::Site& site, Map& thing, const Route& route) {
  if (has_addresses(site)) {
    thing.set("@id", permalink_value(site, &route));
    thing.set("url", permalink_value(site, &route));
  }
}

/// An author as printed, with the ORCID iD and the home page if the site knows them.
Value person(const site::Site& site, const catalog::CatalogPaper& paper, std::size_t place) {
  Map thing = thing_of("Person");
  thing.set("name", Value::view(paper.record.authors[place]));
  constexpr auto kAuthor = catalog::Taxonomy::author;
  const catalog::Term& author = site.catalog().terms_of(kAuthor)[paper.authors[place].value];
  if (author.entry) {
    const catalog::TermFacts& facts =
        site.catalog().entries[static_cast<std::size_t>(kAuthor)][*author.entry];
    set_text(thing, "identifier",
             facts.orcid.empty() ? std::string() : "https://orcid.org/" + facts.orcid);
    set_text(thing, "url", std::string_view(facts.url));
  }
  return Value::map(std::move(thing));
}

/// The digest that listed the paper first, as the collection it is part of.
Value collection_of(const site::Site& site, const catalog::CatalogPaper& paper) {
  const catalog::DigestIndex digest = paper.appearances.front().digest;
  Map thing = thing_of("CollectionPage");
  thing.set("name", Value::view(site.catalog().digests[digest.value].head.name));
  set_address(site, thing, site.route_of(digest));
  return Value::map(std::move(thing));
}

Value same_as(const digest::Paper& record) {
  List addresses;
  if (!record.arxiv_id.empty()) {
    addresses.push_back(Value::text("https://arxiv.org/abs/" + record.arxiv_id));
  } else if (!record.url.empty()) {
    addresses.push_back(Value::view(record.url));
  }
  const std::string doi = citation::doi_of(record);
  if (!doi.empty()) {
    addresses.push_back(Value::text("https://doi.org/" + doi));
  }
  return Value::list(std::move(addresses));
}

/// The card of the page, where it has one.
void set_image(Map& thing, const Map& page) {
  const Value& card = *page.find("card");
  if (card.is_none()) {
    return;
  }
  Map image = thing_of("ImageObject");
  image.set("url", card.member("permalink"));
  image.set("width", card.member("width"));
  image.set("height", card.member("height"));
  thing.set("image", Value::map(std::move(image)));
}

Map article(const site::Site& site, catalog::PaperIndex index, const Map& page) {
  const catalog::CatalogPaper& paper = site.catalog().papers[index.value];
  const digest::Paper& record = paper.record;
  Map thing = thing_of("ScholarlyArticle");
  set_address(site, thing, site.route_of(index));
  thing.set("name", Value::view(record.title));
  thing.set("headline", Value::view(record.title));
  set_text(thing, "alternativeHeadline", std::string_view(record.title_zh));
  List authors;
  for (std::size_t i = 0; i < std::min(record.authors.size(), kDescribedAuthors); ++i) {
    authors.push_back(person(site, paper, i));
  }
  if (!authors.empty()) {
    thing.set("author", Value::list(std::move(authors)));
  }
  set_text(thing, "datePublished",
           text::to_iso(citation::cited_date(record, date_of(site.catalog(), paper))));
  set_text(thing, "description", std::string_view(record.tldr));
  set_text(thing, "abstract",
           std::string_view(record.abstract.empty() ? record.abstract_zh : record.abstract));
  thing.set("inLanguage", Value::view("en"));
  set_text(
      thing, "about",
      std::string_view(
          paper.category
              ? site.catalog().terms_of(catalog::Taxonomy::category)[paper.category->value].name
              : record.category));
  Value addresses = same_as(record);
  if (addresses.size() > 0) {
    thing.set("sameAs", std::move(addresses));
  }
  thing.set("identifier", Value::view(record.id));
  set_image(thing, page);
  thing.set("isPartOf", collection_of(site, paper));
  return thing;
}

Map collection(const site::Site& site, const Route& route, const Map& page) {
  Map thing = thing_of("CollectionPage");
  set_address(site, thing, route);
  thing.set("name", *page.find("title"));
  if (const Value* updated = page.find("updated"); !updated->is_none()) {
    thing.set("dateModified", *updated);
  }
  set_image(thing, page);
  Map website = thing_of("WebSite");
  website.set("name", Value::view(site.config().title));
  set_address(site, website, site.routes().front());
  thing.set("isPartOf", Value::map(std::move(website)));
  return thing;
}

Map website(const site::Site& site, const Route& route, const Map& page) {
  Map thing = thing_of("WebSite");
  set_address(site, thing, route);
  thing.set("name", Value::view(site.config().title));
  set_text(thing, "description", std::string_view(site.config().description));
  thing.set("inLanguage", Value::view(site.config().language == "en" ? "en" : "zh-Hans"));
  set_image(thing, page);
  return thing;
}

/// From the index down to the page itself. An item without an address would be none.
Value breadcrumbs(const site::Site& site, const Map& page) {
  List items;
  const auto add = [&](const Value& title, const Value& path) {
    Map item = thing_of("ListItem");
    item.set("position", Value::integer(static_cast<std::int64_t>(items.size()) + 1));
    item.set("name", title);
    item.set("item", Value::text(site.base().origin + std::string(path.as_text())));
    items.push_back(Value::map(std::move(item)));
  };
  const Value& parents = *page.find("breadcrumbs");
  for (std::size_t i = 0; i < parents.size(); ++i) {
    const Value parent = parents.at(i);
    if (!parent.member("path").is_none()) {
      add(parent.member("title"), parent.member("path"));
    }
  }
  add(*page.find("title"), *page.find("path"));
  Map list = thing_of("BreadcrumbList");
  list.set("itemListElement", Value::list(std::move(items)));
  return Value::map(std::move(list));
}

}  // namespace

Value structured_data(const site::Site& site, const Route& route, const Map& page) {
  List graph;
  switch (route.kind) {
    case RouteKind::index:
      graph.push_back(Value::map(website(site, route, page)));
      break;
    case RouteKind::paper:
      graph.push_back(Value::map(article(site, {route.subject}, page)));
      break;
    case RouteKind::year:
    case RouteKind::month:
    case RouteKind::day:
    case RouteKind::term:
    case RouteKind::terms:
      graph.push_back(Value::map(collection(site, route, page)));
      break;
    default:
      return Value::none();
  }
  if (has_addresses(site) && route.kind != RouteKind::index) {
    graph.push_back(breadcrumbs(site, page));
  }
  Map document;
  document.set("@context", Value::view("https://schema.org"));
  document.set("@graph", Value::list(std::move(graph)));
  return Value::map(std::move(document));
}

}  // namespace render
