#include "site/term_orders.hpp"

#include "text/unicode.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>

namespace site {

namespace {

using catalog::Taxonomy;
using catalog::Term;
using catalog::TermIndex;

/// What a name is looked up by: `lampinen a k` for `A K. Lampinen`. An institution is looked up by
/// its own words.
std::string lookup_key(Taxonomy taxonomy, const Term& term) {
  std::string folded = text::fold(text::without_marks(term.name));
  const std::size_t blank = folded.rfind(' ');
  if (taxonomy != Taxonomy::author || blank == std::string::npos) {
    return folded;
  }
  return folded.substr(blank + 1) + " " + folded.substr(0, blank);
}

TermOrder order(Taxonomy taxonomy, const std::vector<Term>& terms) {
  std::vector<std::string> keys;
  keys.reserve(terms.size());
  for (const Term& term : terms) {
    keys.push_back(lookup_key(taxonomy, term));
  }
  TermOrder result;
  for (std::uint32_t i = 0; i < terms.size(); ++i) {
    result.by_name.push_back({i});
  }
  std::ranges::sort(result.by_name, [&](TermIndex a, TermIndex b) {
    return std::tie(keys[a.value], a) < std::tie(keys[b.value], b);
  });
  result.by_count = result.by_name;
  std::ranges::stable_sort(result.by_count, std::ranges::greater(),
                           [&](TermIndex i) { return terms[i.value].papers.size(); });
  if (taxonomy == Taxonomy::category) {
    result.by_name = result.by_count;
  }
  result.place_by_name.resize(terms.size());
  for (std::uint32_t place = 0; place < result.by_name.size(); ++place) {
    result.place_by_name[result.by_name[place].value] = place;
  }
  return result;
}

}  // namespace

std::array<TermOrder, catalog::kTaxonomies.size()> order_terms(const catalog::Catalog& catalog) {
  std::array<TermOrder, catalog::kTaxonomies.size()> orders;
  for (const Taxonomy taxonomy : catalog::kTaxonomies) {
    orders[static_cast<std::size_t>(taxonomy)] = order(taxonomy, catalog.terms_of(taxonomy));
  }
  return orders;
}

}  // namespace site
