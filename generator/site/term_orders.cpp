#include "site/term_orders.hpp"

#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

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

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// What a title is looked up by: `language models` for `“The Language Models”`.
std::string title_key(std::string_view title) {
  // Nearly every title is ASCII, and folding one of those is no work for ICU.
  std::string key =
      is_ascii(title) ? text::ascii_lower(title) : text::fold(text::without_marks(title));
  std::size_t letter = 0;
  while (letter < key.size()) {
    const text::CodePoint point = text::code_point_at(key, letter);
    if (text::is_alphanumeric(point.value)) {
      break;
    }
    letter += point.size;
  }
  key.erase(0, letter);
  for (const std::string_view article : {"a ", "an ", "the "}) {
    if (key.starts_with(article)) {
      key.erase(0, article.size());
      break;
    }
  }
  return key;
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

std::vector<catalog::PaperIndex> order_papers_by_title(const catalog::Catalog& catalog) {
  std::vector<std::pair<std::string, catalog::PaperIndex>> keyed;
  keyed.reserve(catalog.papers.size());
  for (std::uint32_t i = 0; i < catalog.papers.size(); ++i) {
    keyed.emplace_back(title_key(catalog.papers[i].record.title), catalog::PaperIndex{i});
  }
  std::ranges::sort(keyed);
  std::vector<catalog::PaperIndex> papers;
  papers.reserve(keyed.size());
  for (const auto& entry : keyed) {
    papers.push_back(entry.second);
  }
  return papers;
}

}  // namespace site
