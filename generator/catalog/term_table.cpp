#include "catalog/term_table.hpp"

#include "text/content_hash.hpp"
#include "text/slug.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <unordered_set>
#include <utility>

namespace catalog {

namespace {

constexpr std::size_t kHashDigits = 6;
constexpr std::size_t kMostHashDigits = 16;

/// `slug` with as much of the key's hash behind it as makes it a new one.
std::string slug_by_hash(const std::string& slug, const std::string& key,
                         const std::unordered_set<std::string>& taken) {
  const std::string prefix = slug.empty() ? slug : slug + "-";
  std::string candidate;
  for (std::size_t digits = kHashDigits; digits <= kMostHashDigits; ++digits) {
    candidate = prefix + text::short_hash(key, digits);
    if (!taken.contains(candidate)) {
      return candidate;
    }
  }
  for (int number = 2; taken.contains(candidate); ++number) {
    candidate = prefix + text::short_hash(key, kMostHashDigits) + "-" + std::to_string(number);
  }
  return candidate;
}

}  // namespace

std::vector<std::string> unique_slugs(std::span<const std::string> keys) {
  std::vector<std::size_t> by_key(keys.size());
  std::iota(by_key.begin(), by_key.end(), std::size_t{0});
  std::ranges::sort(by_key, {}, [keys](std::size_t i) -> const std::string& { return keys[i]; });

  std::vector<std::string> slugs(keys.size());
  std::unordered_set<std::string> taken;
  std::vector<std::size_t> without_slug;
  for (const std::size_t i : by_key) {
    slugs[i] = text::slugify(keys[i]);
    if (slugs[i].empty() || !taken.insert(slugs[i]).second) {
      without_slug.push_back(i);
    }
  }
  // Only when all plain slugs are taken: none of them may give way to a hashed one.
  for (const std::size_t i : without_slug) {
    slugs[i] = slug_by_hash(slugs[i], keys[i], taken);
    taken.insert(slugs[i]);
  }
  return slugs;
}

TermIndex TermTable::find_or_add(const std::string& key, const std::string& name) {
  const TermIndex next{static_cast<std::uint32_t>(terms_.size())};
  const auto [entry, is_new] = by_key_.try_emplace(key, next);
  if (is_new) {
    Term term;
    term.key = key;
    term.name = name;
    terms_.push_back(std::move(term));
  }
  return entry->second;
}

void TermTable::name_by_entry(TermIndex term, const std::string& name, std::uint32_t entry) {
  terms_[term.value].name = name;
  terms_[term.value].entry = entry;
}

void TermTable::list_paper(TermIndex term, PaperIndex paper) {
  std::vector<PaperIndex>& papers = terms_[term.value].papers;
  if (papers.empty() || papers.back() != paper) {
    papers.push_back(paper);
  }
}

TermTable::Sorted TermTable::take_sorted_by_slug() && {
  std::vector<std::string> keys;
  keys.reserve(terms_.size());
  for (const Term& term : terms_) {
    keys.push_back(term.key);
  }
  std::vector<std::string> slugs = unique_slugs(keys);
  std::vector<std::size_t> by_slug(terms_.size());
  std::iota(by_slug.begin(), by_slug.end(), std::size_t{0});
  std::ranges::sort(by_slug, {},
                    [&slugs](std::size_t i) -> const std::string& { return slugs[i]; });

  Sorted sorted;
  sorted.terms.reserve(terms_.size());
  sorted.new_indexes.resize(terms_.size());
  for (const std::size_t i : by_slug) {
    sorted.new_indexes[i] = TermIndex{static_cast<std::uint32_t>(sorted.terms.size())};
    terms_[i].slug = std::move(slugs[i]);
    sorted.terms.push_back(std::move(terms_[i]));
  }
  return sorted;
}

}  // namespace catalog
