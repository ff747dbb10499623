#include "render/list_context.hpp"

#include "render/listing_view.hpp"
#include "render/term_statistics.hpp"
#include "render/views.hpp"
#include "text/unicode.hpp"

#include <string>
#include <utility>
#include <vector>

namespace render {

namespace {

using catalog::PaperIndex;
using catalog::Term;
using catalog::TermIndex;
using site::Route;
using values::Map;
using values::Value;

/// A title as the label of a page's end: no longer than needed to find one's place.
std::string short_title(const std::string& title) {
  constexpr std::size_t kShown = 24;
  const std::size_t size = text::grapheme_prefix_size(title, kShown);
  return size == title.size() ? title : title.substr(0, size) + "…";
}

}  // namespace

void add_term(const site::Site& site, const Route& route, Map& context) {
  const Term& term = site.catalog().terms_of(route.taxonomy)[route.subject];
  const Listing listing{
      .route = route,
      .item_count = term.papers.size(),
      .per_page = site.config().paginate.papers,
      .label = [&](std::size_t item) {
        const PaperIndex paper = term.papers[item];
        return text::to_iso(date_of(site.catalog(), site.catalog().papers[paper.value]));
      }};
  const ItemRange range = items_on_page(listing);
  values::List papers;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    papers.push_back(paper_value(site, term.papers[i]));
  }
  context.set("term", term_value(site, route.taxonomy, {route.subject}));
  context.set("papers", Value::list(std::move(papers)));
  context.set("paginator", paginator_value(site, listing));
}

void add_terms(const site::Site& site, const Route& route, Map& context) {
  const std::vector<Term>& table = site.catalog().terms_of(route.taxonomy);
  const std::vector<TermIndex>& order = site.order_of(route.taxonomy).by_name;
  const Listing listing{.route = route,
                        .item_count = order.size(),
                        .per_page = site.config().paginate.terms,
                        .label = [&](std::size_t item) { return table[order[item].value].name; }};
  const ItemRange range = items_on_page(listing);
  values::List terms;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    terms.push_back(term_value(site, route.taxonomy, order[i]));
  }
  context.set("terms", Value::list(std::move(terms)));
  context.set("paginator", paginator_value(site, listing));
}

void add_titles(const site::Site& site, const Route& route, Map& context) {
  const std::vector<PaperIndex>& order = site.papers_by_title();
  const Listing listing{.route = route,
                        .item_count = order.size(),
                        .per_page = site.config().paginate.terms,
                        .label = [&](std::size_t item) {
                          return short_title(site.catalog().papers[order[item].value].record.title);
                        }};
  const ItemRange range = items_on_page(listing);
  values::List papers;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    papers.push_back(paper_value(site, order[i]));
  }
  context.set("papers", Value::list(std::move(papers)));
  context.set("paginator", paginator_value(site, listing));
}

}  // namespace render
