#include "catalog/taxonomies.hpp"

#include "catalog/category_names.hpp"
#include "catalog/classify_names.hpp"
#include "catalog/name_keys.hpp"
#include "catalog/possible_people.hpp"
#include "catalog/term_table.hpp"
#include "diagnostics/diagnostic_list.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace catalog {

namespace {

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

std::vector<TermFacts> facts_of(const std::vector<config::TermEntry>& entries) {
  std::vector<TermFacts> facts;
  facts.reserve(entries.size());
  for (const config::TermEntry& entry : entries) {
    facts.push_back({.orcid = entry.orcid,
                     .ror = entry.ror,
                     .url = entry.url,
                     .country = entry.country,
                     .note = entry.note});
  }
  return facts;
}

}  // namespace

diagnostics::Reported<Catalog> add_taxonomies(Catalog catalog, const CatalogOptions& options) {
  const std::vector<std::uint32_t> ranks = newest_first_ranks(catalog);
  Classified categories = classify_by_category(catalog, ranks);
  Classified authors = classify_names(
      catalog, {.names = &digest::Paper::authors, .key_of = author_key, .entries = options.authors},
      ranks);
  Classified institutions = classify_names(catalog,
                                           {.names = &digest::Paper::affiliations,
                                            .key_of = institution_key,
                                            .entries = options.institutions},
                                           ranks);
  find_possible_people(authors.terms);

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
  catalog.former_terms = {std::move(categories.former), std::move(authors.former),
                          std::move(institutions.former)};
  catalog.entries = {std::vector<TermFacts>(), facts_of(options.authors),
                     facts_of(options.institutions)};
  std::vector<diagnostics::Diagnostic> said = name_categories(catalog, options);
  diagnostics::append(said, std::move(authors.said));
  diagnostics::append(said, std::move(institutions.said));
  return {.value = std::move(catalog), .diagnostics = std::move(said)};
}

}  // namespace catalog
