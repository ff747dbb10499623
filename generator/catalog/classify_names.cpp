#include "catalog/classify_names.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace catalog {

namespace {

/// A name as digests spell it: all spellings of one key.
struct PrintedName {
  std::string key;
  std::string name;            ///< the first spelling met
  bool claimed = false;        ///< an entry says whom it means
  std::vector<TermIndex> now;  ///< the terms it went to, each once
};

/// Collects the names of papers into terms.
class NameClassifier {
 public:
  NameClassifier(const Catalog& catalog, const NameList& list)
      : catalog_(catalog),
        list_(list),
        claims_(list.entries, list.key_of),
        of_paper_(catalog.papers.size()) {}

  void add_all() {
    for (std::uint32_t i = 0; i < catalog_.papers.size(); ++i) {
      for (const std::string& name : catalog_.papers[i].record.*list_.names) {
        const TermIndex term = term_of(name, PaperIndex{i});
        of_paper_[i].push_back(term);
        table_.list_paper(term, PaperIndex{i});
      }
    }
  }

  Classified take(const std::vector<std::uint32_t>& ranks) && {
    std::vector<diagnostics::Diagnostic> said = claims_.conflicts();
    if (!list_.entries.empty()) {
      std::vector<std::string_view> known;
      known.reserve(printed_.size());
      for (const PrintedName& printed : printed_) {
        known.emplace_back(printed.name);
      }
      std::ranges::move(claims_.unused(known), std::back_inserter(said));
    }
    // Entries are for one or two hundred names of many thousands: most sites need none of this.
    const std::vector<std::string> printed_slugs =
        list_.entries.empty() ? std::vector<std::string>() : slugs_as_printed();
    Classified classified = sorted_by_slug(std::move(table_), std::move(of_paper_), ranks);
    classified.former = former_terms(printed_slugs, classified);
    classified.said = std::move(said);
    return classified;
  }

 private:
  TermIndex term_of(const std::string& name, PaperIndex paper) {
    PrintedName& printed = printed_name(name);
    if (printed.claimed) {
      return claimed_term(printed, name, paper);
    }
    if (printed.now.empty()) {
      printed.now.push_back(table_.find_or_add(printed.key, name));
    }
    return printed.now.front();
  }

  /// Names repeat letter by letter far more often than not; folding costs more than a look-up.
  PrintedName& printed_name(const std::string& name) {
    if (const auto known = of_name_.find(name); known != of_name_.end()) {
      return printed_[known->second];
    }
    std::string key = list_.key_of(name);
    const auto [entry, is_new] = of_key_.try_emplace(key, printed_.size());
    if (is_new) {
      const bool claimed = claims_.claims(key);
      printed_.push_back({.key = std::move(key), .name = name, .claimed = claimed, .now = {}});
    }
    of_name_.emplace(name, entry->second);
    return printed_[entry->second];
  }

  TermIndex claimed_term(PrintedName& printed, const std::string& name, PaperIndex paper) {
    const std::optional<std::uint32_t> entry =
        claims_.entry_for(printed.key, catalog_.papers[paper.value], catalog_);
    const TermIndex term = table_.find_or_add(entry ? claims_.term_key(*entry) : printed.key, name);
    if (entry) {
      table_.name_by_entry(term, list_.entries[*entry].name.text, *entry);
    }
    if (std::ranges::find(printed.now, term) == printed.now.end()) {
      printed.now.push_back(term);
    }
    return term;
  }

  [[nodiscard]] std::vector<std::string> slugs_as_printed() const {
    std::vector<std::string> keys;
    keys.reserve(printed_.size());
    for (const PrintedName& printed : printed_) {
      keys.push_back(printed.key);
    }
    return unique_slugs(keys);
  }

  /// The slugs in `printed_slugs` that no term has any more.
  std::vector<FormerTerm> former_terms(const std::vector<std::string>& printed_slugs,
                                       const Classified& classified) {
    const std::vector<Term>& terms = classified.terms;
    std::vector<FormerTerm> former;
    for (std::size_t i = 0; i < printed_slugs.size(); ++i) {
      const auto place = std::ranges::lower_bound(terms, printed_slugs[i], {}, &Term::slug);
      if (place != terms.end() && place->slug == printed_slugs[i]) {
        continue;
      }
      FormerTerm one{.slug = printed_slugs[i], .name = printed_[i].name, .now = {}};
      for (const TermIndex term : printed_[i].now) {
        one.now.push_back(classified.new_indexes[term.value]);
      }
      former.push_back(std::move(one));
    }
    std::ranges::sort(former, {}, &FormerTerm::slug);
    return former;
  }

  const Catalog& catalog_;
  const NameList& list_;
  TermClaims claims_;
  TermTable table_;
  std::vector<std::vector<TermIndex>> of_paper_;
  std::vector<PrintedName> printed_;
  std::unordered_map<std::string, std::size_t> of_key_;
  std::unordered_map<std::string_view, std::size_t> of_name_;  ///< keys view the catalog
};

}  // namespace

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
  return {.terms = std::move(sorted.terms),
          .new_indexes = std::move(sorted.new_indexes),
          .of_paper = std::move(of_paper),
          .former = {},
          .said = {}};
}

Classified classify_names(const Catalog& catalog, const NameList& list,
                          const std::vector<std::uint32_t>& ranks) {
  NameClassifier classifier(catalog, list);
  classifier.add_all();
  return std::move(classifier).take(ranks);
}

}  // namespace catalog
