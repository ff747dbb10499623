#include "catalog/taxonomies.hpp"

#include "catalog/category_names.hpp"
#include "catalog/term_table.hpp"
#include "text/unicode.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <unordered_map>
#include <utility>
#include <vector>

namespace catalog {

namespace {

using KeyOf = std::string (*)(std::string_view name);

/// The terms of one taxonomy, and the terms of each paper.
struct Classified {
  std::vector<Term> terms;
  std::vector<std::vector<TermIndex>> of_paper;
};

/// For each paper how many papers come before it when the newest come first: the newest digest
/// first, each in its own order, those without a date last.
std::vector<std::uint32_t> newest_first_ranks(const Catalog& catalog) {
  const auto undated = [&catalog](DigestIndex digest) {
    return catalog.digests[digest.value].head.date.year == 0;
  };
  std::vector<std::uint32_t> papers(catalog.papers.size());
  std::iota(papers.begin(), papers.end(), 0U);
  // Papers already stand in the order of their first digest, and in the digest's own order.
  std::ranges::stable_sort(papers, [&](std::uint32_t left, std::uint32_t right) {
    const DigestIndex left_digest = catalog.papers[left].appearances.front().digest;
    const DigestIndex right_digest = catalog.papers[right].appearances.front().digest;
    if (undated(left_digest) != undated(right_digest)) {
      return undated(right_digest);
    }
    return undated(left_digest) ? left_digest < right_digest : left_digest > right_digest;
  });
  std::vector<std::uint32_t> ranks(papers.size());
  for (std::uint32_t rank = 0; rank < papers.size(); ++rank) {
    ranks[papers[rank]] = rank;
  }
  return ranks;
}

/// Moves terms to their places by slug, in the lists of papers too.
Classified sorted_by_slug(TermTable table, std::vector<std::vector<TermIndex>> of_paper,
                          const std::vector<std::uint32_t>& ranks) {
  TermTable::Sorted sorted = std::move(table).take_sorted_by_slug();
  for (std::vector<TermIndex>& terms : of_paper) {
    for (TermIndex& term : terms) {
      term = sorted.new_indexes[term.value];
    }
  }
  for (Term& term : sorted.terms) {
    std::ranges::sort(term.papers, {}, [&ranks](PaperIndex paper) { return ranks[paper.value]; });
  }
  return {.terms = std::move(sorted.terms), .of_paper = std::move(of_paper)};
}

/// The terms that one list of names in each record makes.
Classified classify(const Catalog& catalog, std::vector<std::string> digest::Paper::*names,
                    KeyOf key_of, const std::vector<std::uint32_t>& ranks) {
  TermTable table;
  std::vector<std::vector<TermIndex>> of_paper(catalog.papers.size());
  // Names repeat letter by letter far more often than not; folding costs more than a look-up.
  std::unordered_map<std::string_view, TermIndex> term_of_name;
  for (std::uint32_t i = 0; i < catalog.papers.size(); ++i) {
    for (const std::string& name : catalog.papers[i].record.*names) {
      auto known = term_of_name.find(name);
      if (known == term_of_name.end()) {
        known = term_of_name.emplace(name, table.find_or_add(key_of(name), name)).first;
      }
      of_paper[i].push_back(known->second);
      table.list_paper(known->second, PaperIndex{i});
    }
  }
  return sorted_by_slug(std::move(table), std::move(of_paper), ranks);
}

/// The category of each paper that has one.
Classified classify_by_category(const Catalog& catalog, const std::vector<std::uint32_t>& ranks) {
  TermTable table;
  std::vector<std::vector<TermIndex>> of_paper(catalog.papers.size());
  for (std::uint32_t i = 0; i < catalog.papers.size(); ++i) {
    const std::string& code = catalog.papers[i].record.category;
    if (!text::is_blank(code)) {
      const TermIndex term = table.find_or_add(category_key(code), code);
      of_paper[i].push_back(term);
      table.list_paper(term, PaperIndex{i});
    }
  }
  return sorted_by_slug(std::move(table), std::move(of_paper), ranks);
}

diagnostics::Diagnostic unknown_category(const std::string& code,
                                         const digest::SourceLines& source) {
  return {.severity = diagnostics::Severity::warning,
          .code = "catalog/unknown-category",
          .where = {.path = source.file, .line = source.line},
          .message = "no legend says what the category \"" + code + "\" is",
          .remedy = "name it in site.yaml, under \"categories:\"",
          .source_line = {},
          .notes = {}};
}

/// Gives categories their names; what is said is about those without.
std::vector<diagnostics::Diagnostic> name_categories(Catalog& catalog,
                                                     const CatalogOptions& options) {
  std::vector<diagnostics::Diagnostic> list;
  const CategoryNames names(catalog.digests, options);
  for (Term& term : catalog.terms[static_cast<std::size_t>(Taxonomy::category)]) {
    term.code = std::exchange(term.name, {});
    term.arxiv = names.arxiv_of(term.code);
    term.name = names.name_of(term.code);
    if (term.name.empty()) {
      term.name = term.code;
      const PaperIndex first = std::ranges::min(term.papers);
      list.push_back(unknown_category(term.code, catalog.papers[first.value].record.source));
    }
  }
  return list;
}

}  // namespace

std::string author_key(std::string_view name) {
  // A dot before a letter parts two initials (`A.K.`); any other only marks one (`K.`, `J.-B.`).
  std::string key;
  const std::string folded = text::fold(name);
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char next = i + 1 < folded.size() ? folded[i + 1] : ' ';
    if (folded[i] != '.') {
      key.push_back(folded[i]);
    } else if (next != '-') {
      key.push_back(' ');
    }
  }
  key = text::collapse_whitespace(key);
  return key.empty() ? folded : key;
}

std::string institution_key(std::string_view name) {
  return text::collapse_whitespace(text::fold(name));
}

diagnostics::Reported<Catalog> add_taxonomies(Catalog catalog, const CatalogOptions& options) {
  const std::vector<std::uint32_t> ranks = newest_first_ranks(catalog);
  Classified categories = classify_by_category(catalog, ranks);
  Classified authors = classify(catalog, &digest::Paper::authors, author_key, ranks);
  Classified institutions = classify(catalog, &digest::Paper::affiliations, institution_key, ranks);

  for (std::size_t i = 0; i < catalog.papers.size(); ++i) {
    CatalogPaper& paper = catalog.papers[i];
    if (!categories.of_paper[i].empty()) {
      paper.category = categories.of_paper[i].front();
    }
    paper.authors = std::move(authors.of_paper[i]);
    paper.institutions = std::move(institutions.of_paper[i]);
  }
  catalog.terms = {std::move(categories.terms), std::move(authors.terms),
                   std::move(institutions.terms)};
  std::vector<diagnostics::Diagnostic> said = name_categories(catalog, options);
  return {.value = std::move(catalog), .diagnostics = std::move(said)};
}

}  // namespace catalog
