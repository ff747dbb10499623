#include "render/page_view.hpp"

#include "render/card.hpp"
#include "render/content_date.hpp"
#include "render/list_context.hpp"
#include "render/page_facts.hpp"
#include "render/page_titles.hpp"
#include "render/structured_data.hpp"
#include "render/term_statistics.hpp"
#include "render/view_fields.hpp"
#include "render/views.hpp"
#include "site/file_routes.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace render {

namespace {

using catalog::DigestIndex;
using catalog::PaperIndex;
using catalog::Taxonomy;
using catalog::Term;
using catalog::TermIndex;
using site::Route;
using site::RouteKind;
using values::Map;
using values::Value;

Value breadcrumb(std::string title, const Route* route) {
  return pair_value("title", Value::text(std::move(title)), "path", path_value(route));
}

/// From the index down to the parent of `route`.
class Breadcrumbs {
 public:
  explicit Breadcrumbs(const site::Site& site) : site_(site) {}

  Value of(const Route& route) && {
    if (route.kind != RouteKind::index) {
      add(site_.config().title, &site_.routes().front());
    }
    switch (route.kind) {
      case RouteKind::month:
        add_year(site_.catalog().months[route.subject].year);
        break;
      case RouteKind::day:
        add_month_of(site_.plan().days[route.subject].date);
        break;
      case RouteKind::paper:
        add_paper_parents(site_.catalog().papers[route.subject]);
        break;
      case RouteKind::term:
      case RouteKind::redirect:
        add(interface_text(site_, overview_name(route.taxonomy)),
            site_.overview_of(route.taxonomy));
        break;
      default:
        break;
    }
    return Value::list(std::move(items_));
  }

 private:
  void add(std::string title, const Route* route) {
    items_.push_back(breadcrumb(std::move(title), route));
  }

  void add_year(int year) {
    if (year != 0) {
      add(year_title(site_, year), site_.route_of_year(year));
    }
  }

  void add_month_of(const text::CalendarDate& date) {
    add_year(date.year);
    if (date.month != 0) {
      add(month_title(site_, date.year, date.month), site_.route_of_month(date.year, date.month));
    }
  }

  void add_paper_parents(const catalog::CatalogPaper& paper) {
    const DigestIndex digest = paper.appearances.front().digest;
    const site::Day& day = site_.plan().days[site_.plan().day_of[digest.value]];
    add_month_of(day.date);
    const bool has_day = day.date.precision() == text::DatePrecision::day;
    add(has_day ? shown_date(site_, day.date, "date_month_day")
                : site_.catalog().digests[digest.value].head.name,
        &site_.route_of(digest));
  }

  const site::Site& site_;
  values::List items_;
};

/// `page.kind`: a term's page is named after its taxonomy.
std::string_view kind_of(const Route& route) {
  if (route.kind == RouteKind::term) {
    return term_name(route.taxonomy);
  }
  return route.kind == RouteKind::terms ? overview_name(route.taxonomy) : name_of(route.kind);
}

/// A language as its readers call it.
std::string_view own_name(std::string_view language) {
  return language == "zh" ? "中文" : "English";
}

/// The page at `route` in every language of the site, this one too.
Value translations_of(const site::Site& site, const Route& route) {
  const auto own =
      std::ranges::find(site.trees(), site.config().language, &site::LanguageTree::language);
  values::List translations;
  for (const site::LanguageTree& tree : site.trees()) {
    const std::string path = tree.prefix + route.path.substr(own->prefix.size());
    std::string href = text::percent_encode_path(site.base().path + path);
    Map translation;
    translation.set("language", Value::view(tree.language));
    translation.set("name", Value::view(own_name(tree.language)));
    translation.set("permalink", Value::text(site.base().origin + href));
    translation.set("path", Value::text(std::move(href)));
    translation.set("current", Value::boolean(tree.language == site.config().language));
    translations.push_back(Value::map(std::move(translation)));
  }
  return Value::list(std::move(translations));
}

/// The card that stands for `route` where others link to it, or none.
Value card_value(const site::Site& site, const Route& route) {
  const Route* const card = site::card_of(site, route);
  if (card == nullptr) {
    return Value::none();
  }
  const site::Day& day = site.plan().days[site.routes()[card->subject].subject];
  Map value;
  value.set("title", Value::text(day_title(site, day)));
  value.set("path", path_value(card));
  value.set("permalink", permalink_value(site, card));
  value.set("width", Value::integer(kCardSize.width));
  value.set("height", Value::integer(kCardSize.height));
  return Value::map(std::move(value));
}

Value page_value(const site::Site& site, const Route& route) {
  PageFacts facts = page_facts(site, route);
  Map page;
  page.set("kind", Value::view(kind_of(route)));
  page.set("title", Value::text(std::move(facts.title)));
  page.set("description",
           facts.description.empty() ? Value::none() : Value::text(std::move(facts.description)));
  page.set("path", Value::view(route.href));
  page.set("permalink", permalink_value(site, &route));
  page.set("breadcrumbs", Breadcrumbs(site).of(route));
  page.set("content",
           route.kind == RouteKind::page
               ? Value::view(site.pages()[route.subject].content.html, values::Safety::trusted)
               : Value::none());
  page.set("updated", date_value(facts.updated));
  page.set("translations", translations_of(site, route));
  page.set("feeds", files_value(site::feeds_of(site, route)));
  page.set("citations", files_value(site::citations_of(site, route)));
  page.set("card", card_value(site, route));
  page.set("structured_data", structured_data(site, route, page));
  return Value::map(std::move(page));
}

Value digest_or_none(const site::Site& site, const std::optional<DigestIndex>& digest) {
  return digest ? digest_value(site, *digest) : Value::none();
}

/// The month with `date`, or none for what has no month.
Value month_or_none(const site::Site& site, const text::CalendarDate& date) {
  const Route* const route = date.month == 0 ? nullptr : site.route_of_month(date.year, date.month);
  return route == nullptr ? Value::none()
                          : month_value(site, site.catalog().months[route->subject]);
}

void add_day(const site::Site& site, const Route& route, Map& context) {
  const site::Day& day = site.plan().days[route.subject];
  const std::vector<catalog::CatalogDigest>& digests = site.catalog().digests;
  values::List items;
  for (const DigestIndex digest : day.digests) {
    items.push_back(digest_value(site, digest));
  }
  context.set("digests", Value::list(std::move(items)));
  context.set("date", date_value(day.date));
  context.set("month", month_or_none(site, day.date));
  context.set("previous", digest_or_none(site, digests[day.digests.front().value].previous));
  context.set("next", digest_or_none(site, digests[day.digests.back().value].next));
}

void add_targets(const site::Site& site, const Route& route, Map& context) {
  values::List targets;
  for (const TermIndex term : former_term_of(site, route).now) {
    targets.push_back(term_value(site, route.taxonomy, term));
  }
  context.set("targets", Value::list(std::move(targets)));
}

}  // namespace

Map page_context(const site::Site& site, const Route& route) {
  Map context;
  context.set("page", page_value(site, route));
  switch (route.kind) {
    case RouteKind::year:
      context.set("year", year_value(site, site.catalog().years[route.subject]));
      break;
    case RouteKind::month:
      context.set("month", month_value(site, site.catalog().months[route.subject]));
      break;
    case RouteKind::day:
      add_day(site, route, context);
      break;
    case RouteKind::paper:
      context.set("paper", paper_value(site, {route.subject}));
      break;
    case RouteKind::term:
      add_term(site, route, context);
      break;
    case RouteKind::terms:
      context.set("taxonomy", Value::view(overview_name(route.taxonomy)));
      add_terms(site, route, context);
      break;
    case RouteKind::titles:
      add_titles(site, route, context);
      break;
    case RouteKind::redirect:
      add_targets(site, route, context);
      break;
    case RouteKind::page:
      context.set("extra", site.pages()[route.subject].extra);
      break;
    default:
      break;
  }
  return context;
}

std::string template_of(const site::Site& site, const Route& route) {
  switch (route.kind) {
    case RouteKind::term:
    case RouteKind::terms: {
      std::string own = std::string(kind_of(route)) + ".html";
      return site.templates().has(own) ? own : std::string(name_of(route.kind)) + ".html";
    }
    case RouteKind::page:
      return site.pages()[route.subject].layout;
    case RouteKind::not_found:
      return "404.html";
    case RouteKind::opensearch:
      return "opensearch.xml";
    default:
      return std::string(name_of(route.kind)) + ".html";
  }
}

}  // namespace render
