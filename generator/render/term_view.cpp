#include "render/page_titles.hpp"
#include "render/term_statistics.hpp"
#include "render/view_fields.hpp"
#include "render/views.hpp"
#include "site/permalink.hpp"
#include "text/content_hash.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace render {

namespace {

using catalog::PaperIndex;
using catalog::Taxonomy;
using catalog::Term;
using catalog::TermIndex;
using values::RecordField;
using values::Value;
using values::view_or_none;

/// Categories whose hue the theme sets; the others share `c1` to `c6`.
constexpr std::array<std::string_view, 5> kSetHues = {"lg", "cv", "cl", "as", "ro"};
constexpr std::array<std::string_view, 6> kSharedHues = {"c1", "c2", "c3", "c4", "c5", "c6"};

/// A term is known by the table it stands in.
Taxonomy taxonomy_of(const void* term, const void* context) {
  const auto* address = static_cast<const Term*>(term);
  for (const Taxonomy taxonomy : catalog::kTaxonomies) {
    const std::vector<Term>& terms = site_of(context).catalog().terms_of(taxonomy);
    if (!std::less<>()(address, terms.data()) &&
        std::less<>()(address, terms.data() + terms.size())) {
      return taxonomy;
    }
  }
  return Taxonomy::category;
}

TermIndex index_of(const void* term, const void* context) {
  const Taxonomy taxonomy = taxonomy_of(term, context);
  return {index_in(site_of(context).catalog().terms_of(taxonomy), as<Term>(term))};
}

const site::Route* route_of(const void* term, const void* context) {
  return site_of(context).route_of(taxonomy_of(term, context), index_of(term, context));
}

Value paper_item(const PaperIndex& paper, const site::Site& site) {
  return paper_value(site, paper);
}

/// The terms of `taxonomy` on the term's papers, but for the term itself.
Value met_terms(const void* term, const void* context, Taxonomy taxonomy) {
  const site::Site& site = site_of(context);
  values::List items;
  for (const TermCount& met :
       count_terms(site.catalog(), as<Term>(term).papers, taxonomy, kMetTerms + 1)) {
    const Term& other = site.catalog().terms_of(taxonomy)[met.term.value];
    if (&other != term && items.size() < kMetTerms) {
      items.push_back(pair_value("term", term_value(site, taxonomy, met.term), "count",
                                 count_value(met.count)));
    }
  }
  return Value::list(std::move(items));
}

Value met_if(bool wanted, const void* term, const void* context, Taxonomy taxonomy) {
  return wanted ? met_terms(term, context, taxonomy) : Value::list({});
}

Value months_of(const void* term, const void* context) {
  const site::Site& site = site_of(context);
  const std::vector<MonthCount> months = count_months(site.catalog(), as<Term>(term).papers);
  std::size_t fullest = 1;
  for (const MonthCount& month : months) {
    fullest = std::max(fullest, month.count);
  }
  values::List items;
  for (const MonthCount& month : months) {
    values::Map map;
    map.set("date", Value::text(text::to_iso({month.year, month.month, 0})));
    map.set("count", count_value(month.count));
    map.set("share", count_value((month.count * 100 + fullest / 2) / fullest));
    map.set("path", path_value(site.route_of_month(month.year, month.month)));
    items.push_back(Value::map(std::move(map)));
  }
  return Value::list(std::move(items));
}

Value years_of(const void* term, const void* context) {
  const site::Site& site = site_of(context);
  values::List items;
  std::vector<MonthCount> years;
  for (const MonthCount& month : count_months(site.catalog(), as<Term>(term).papers)) {
    if (years.empty() || years.back().year != month.year) {
      years.push_back({month.year, 0, 0});
    }
    years.back().count += month.count;
  }
  for (const MonthCount& year : years) {
    if (year.count == 0) {
      continue;
    }
    values::Map map;
    map.set("year", Value::integer(year.year));
    map.set("count", count_value(year.count));
    map.set("path", path_value(site.route_of_year(year.year)));
    items.push_back(Value::map(std::move(map)));
  }
  return Value::list(std::move(items));
}

Value most_linked_papers(const void* term, const void* context) {
  const site::Site& site = site_of(context);
  values::List items;
  for (const PaperIndex paper : most_linked(site.catalog(), as<Term>(term).papers, kMostLinked)) {
    items.push_back(pair_value("paper", paper_value(site, paper), "count",
                               count_value(site.catalog().papers[paper.value].linked_from)));
  }
  return Value::list(std::move(items));
}

DateRange dates_of_term(const void* term, const void* context) {
  return dates_of(site_of(context).catalog(), as<Term>(term).papers);
}

/// What the site says of the term; null where it says nothing.
const catalog::TermFacts* facts_of(const void* term, const void* context) {
  const std::optional<std::uint32_t>& entry = as<Term>(term).entry;
  const auto taxonomy = static_cast<std::size_t>(taxonomy_of(term, context));
  return entry ? &site_of(context).catalog().entries[taxonomy][*entry] : nullptr;
}

template <std::string catalog::TermFacts::*fact>
Value fact_value(const void* term, const void* context) {
  const catalog::TermFacts* const facts = facts_of(term, context);
  return facts == nullptr ? Value::none() : view_or_none(facts->*fact);
}

Value author_item(const TermIndex& author, const site::Site& site) {
  return term_value(site, Taxonomy::author, author);
}

/// The term `step` places on in the overview.
Value neighbour(const void* term, const void* context, int step) {
  const site::Site& site = site_of(context);
  const Taxonomy taxonomy = taxonomy_of(term, context);
  const site::TermOrder& order = site.order_of(taxonomy);
  const std::int64_t place =
      std::int64_t{order.place_by_name[index_of(term, context).value]} + step;
  if (place < 0 || place >= std::ssize(order.by_name)) {
    return Value::none();
  }
  return term_value(site, taxonomy, order.by_name[static_cast<std::size_t>(place)]);
}

constexpr auto kTermFields = std::to_array<RecordField>({
    {"taxonomy",
     [](const void* t, const void* c) { return Value::view(term_name(taxonomy_of(t, c))); }, kText},
    {"name", [](const void* t, const void*) { return Value::view(as<Term>(t).name); }, kText},
    {"code", [](const void* t, const void*) { return view_or_none(as<Term>(t).code); },
     kTextOrNone},
    {"hue", [](const void* t, const void*) { return Value::view(hue_of(as<Term>(t))); }, kText},
    {"arxiv", [](const void* t, const void*) { return view_or_none(as<Term>(t).arxiv); },
     kTextOrNone},
    {"slug", [](const void* t, const void*) { return Value::view(as<Term>(t).slug); }, kText},
    {"path", [](const void* t, const void* c) { return path_value(route_of(t, c)); }, kTextOrNone},
    {"permalink",
     [](const void* t, const void* c) { return permalink_value(site_of(c), route_of(t, c)); },
     kTextOrNone},
    {"count", [](const void* t, const void*) { return count_value(as<Term>(t).papers.size()); },
     kInteger},
    {"papers",
     [](const void* t, const void* c) {
       return Value::sequence(kVectorType<PaperIndex, paper_item>, &as<Term>(t).papers, c);
     },
     list_of(kPaperType)},
    {"most_linked", most_linked_papers, list_of(kCountedPaperType)},
    {"months", months_of, list_of(kMonthCountType)},
    {"years", years_of, list_of(kYearCountType)},
    {"coauthors",
     [](const void* t, const void* c) {
       return met_if(taxonomy_of(t, c) == Taxonomy::author, t, c, Taxonomy::author);
     },
     list_of(kCountedTermType)},
    {"people",
     [](const void* t, const void* c) {
       return met_if(taxonomy_of(t, c) != Taxonomy::author, t, c, Taxonomy::author);
     },
     list_of(kCountedTermType)},
    {"institutions",
     [](const void* t, const void* c) { return met_terms(t, c, Taxonomy::institution); },
     list_of(kCountedTermType)},
    {"categories", [](const void* t, const void* c) { return met_terms(t, c, Taxonomy::category); },
     list_of(kCountedTermType)},
    {"first_date", [](const void* t, const void* c) { return date_value(dates_of_term(t, c).first); }, kTextOrNone},
    {"last_date", [](const void* t, const void* c) { return date_value(dates_of_term(t, c).last); }, kTextOrNone},
    {"orcid", fact_value<&catalog::TermFacts::orcid>, kTextOrNone},
    {"ror", fact_value<&catalog::TermFacts::ror>, kTextOrNone},
    {"url", fact_value<&catalog::TermFacts::url>, kTextOrNone},
    {"country", fact_value<&catalog::TermFacts::country>, kTextOrNone},
    {"note", fact_value<&catalog::TermFacts::note>, kTextOrNone},
    {"initials_only",
     [](const void* t, const void*) { return Value::boolean(as<Term>(t).initials_only); },
     kBoolean},
    {"may_be",
     [](const void* t, const void* c) {
       return Value::sequence(kVectorType<TermIndex, author_item>, &as<Term>(t).may_be, c);
     },
     list_of(kTermType)},
    {"previous", [](const void* t, const void* c) { return neighbour(t, c, -1); },
     maybe(kTermType)},
    {"next", [](const void* t, const void* c) { return neighbour(t, c, 1); }, maybe(kTermType)},
});

}  // namespace

/// By the code alone, so that a category keeps its colour when others come.
std::string_view hue_of(const Term& term) {
  if (term.code.empty()) {
    return {};
  }
  const std::string code = text::ascii_lower(term.code);
  const auto* set = std::ranges::find(kSetHues, code);
  return set != kSetHues.end() ? *set : kSharedHues[text::content_hash(code) % kSharedHues.size()];
}

const values::RecordType kTermType = {.name = "term", .fields = kTermFields};

Value term_value(const site::Site& site, Taxonomy taxonomy, TermIndex term) {
  return Value::record(kTermType, &site.catalog().terms_of(taxonomy)[term.value], &site);
}

}  // namespace render
