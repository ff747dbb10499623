#include "catalog/term_claims.hpp"

#include "catalog/category_names.hpp"
#include "digest/identifiers.hpp"
#include "text/suggestion.hpp"

#include <algorithm>
#include <utility>

namespace catalog {

namespace {

using config::PlacedText;
using config::TermEntry;
using diagnostics::Diagnostic;
using diagnostics::Severity;

/// The nearest name is looked for so often: each look-up reads all names of the catalog.
constexpr std::size_t kMostSuggestions = 50;

Diagnostic at(const PlacedText& text, Diagnostic diagnostic) {
  diagnostic.where = text.where;
  diagnostic.source_line = text.source_line;
  return diagnostic;
}

bool selects_some(const TermEntry& entry) {
  return !entry.papers.empty() || !entry.digests.empty() || !entry.categories.empty();
}

/// A paper as an entry names it, by any form of its identity.
std::string identity_of(const std::string& reference) {
  std::string id = digest::paper_identity(reference, {});
  return id.starts_with("title:") ? reference : id;
}

/// Entries, in one order for all runs.
bool stands_before(const Diagnostic& left, const Diagnostic& right) {
  return left.where < right.where;
}

}  // namespace

TermClaims::TermClaims(std::span<const TermEntry> entries, const KeyOf& key_of)
    : entries_(entries), selectors_(entries.size()) {
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    name_entry(i, key_of);
    select_papers(i);
    const TermEntry& entry = entries_[i];
    const bool some = selects_some(entry);
    // The name as shown is the entry's own everywhere, unless it is what the papers part.
    claim({.entry = i,
           .spelling = &entry.name,
           .only_some = some && (entry.names.empty() || !entry.slug.empty()),
           .checked = entry.names.empty()},
          key_of(entry.name.text));
    for (const PlacedText& name : entry.names) {
      claim({.entry = i, .spelling = &name, .only_some = some}, key_of(name.text));
    }
  }
}

void TermClaims::name_entry(std::uint32_t entry, const KeyOf& key_of) {
  const TermEntry& one = entries_[entry];
  keys_.push_back(one.slug.empty() ? key_of(one.name.text) : one.slug);
  const auto same = std::ranges::find(keys_.begin(), keys_.end() - 1, keys_.back());
  if (same != keys_.end() - 1) {
    const TermEntry& first = entries_[static_cast<std::size_t>(same - keys_.begin())];
    said_.push_back(
        at(one.name, {.code = "catalog/name-claimed-twice",
                      .message = "two entries would share the address of \"" + one.name.text + "\"",
                      .remedy = "give each of them a slug of its own",
                      .notes = {{first.name.where, "the other entry"}}}));
  } else if (selects_some(one) && one.names.empty() && one.slug.empty()) {
    said_.push_back(at(one.name, {.code = "catalog/name-claimed-twice",
                                  .message = "\"" + one.name.text +
                                             "\" is to be parted by papers, but both parts "
                                             "would share one address",
                                  .remedy = "give the entry a slug"}));
  }
}

void TermClaims::select_papers(std::uint32_t entry) {
  for (const PlacedText& paper : entries_[entry].papers) {
    selectors_[entry][identity_of(paper.text)].text = &paper;
  }
  for (const PlacedText& digest : entries_[entry].digests) {
    selectors_[entry]["digest\n" + digest.text].text = &digest;
  }
  for (const PlacedText& category : entries_[entry].categories) {
    selectors_[entry]["category\n" + category_key(category.text)].text = &category;
  }
}

void TermClaims::claim(const Claim& claim, const std::string& key) {
  std::vector<Claim>& claims = of_key_[key];
  const auto same = std::ranges::find_if(claims, [&claim](const Claim& other) {
    return other.entry == claim.entry || (!other.only_some && !claim.only_some);
  });
  if (same == claims.end()) {
    claims.push_back(claim);
    return;
  }
  // An entry may list the name it shows.
  if (same->entry == claim.entry && same->spelling == &entries_[claim.entry].name) {
    same->checked = true;
    return;
  }
  said_.push_back(
      at(*claim.spelling, {.code = "catalog/name-claimed-twice",
                           .message = "\"" + claim.spelling->text + "\" is listed twice",
                           .remedy = "leave it in one entry, or say with papers: which are whose",
                           .notes = {{same->spelling->where, "listed here before"}}}));
}

bool TermClaims::selects_by(std::uint32_t entry, const std::string& selector) {
  const auto found = selectors_[entry].find(selector);
  if (found == selectors_[entry].end()) {
    return false;
  }
  found->second.met = true;
  return true;
}

bool TermClaims::selects(std::uint32_t entry, const CatalogPaper& paper, const Catalog& catalog) {
  bool selected = selects_by(entry, paper.record.id);
  selected = selects_by(entry, "category\n" + category_key(paper.record.category)) || selected;
  for (const Appearance& appearance : paper.appearances) {
    const std::string& name = catalog.digests[appearance.digest.value].head.name;
    selected = selects_by(entry, "digest\n" + name) || selected;
  }
  return selected;
}

std::optional<std::uint32_t> TermClaims::entry_for(const std::string& key,
                                                   const CatalogPaper& paper,
                                                   const Catalog& catalog) {
  const auto found = of_key_.find(key);
  if (found == of_key_.end()) {
    return std::nullopt;
  }
  Claim* everywhere = nullptr;
  for (Claim& claim : found->second) {
    if (!claim.only_some) {
      everywhere = &claim;
    } else if (selects(claim.entry, paper, catalog)) {
      claim.used = true;
      return claim.entry;
    } else {
      claim.used = true;  // the name is known; which papers are not is said of the papers
    }
  }
  if (everywhere == nullptr) {
    return std::nullopt;
  }
  everywhere->used = true;
  return everywhere->entry;
}

std::vector<Diagnostic> TermClaims::unused(std::span<const std::string_view> known_names) const {
  std::vector<const PlacedText*> unknown;
  for (const auto& claims : of_key_) {
    for (const Claim& claim : claims.second) {
      if (claim.checked && !claim.used) {
        unknown.push_back(claim.spelling);
      }
    }
  }
  std::ranges::sort(unknown, {}, &PlacedText::where);
  std::vector<Diagnostic> list;
  for (const PlacedText* const name : unknown) {
    const bool suggest = list.size() < kMostSuggestions;
    list.push_back(
        at(*name, {.severity = Severity::warning,
                   .code = "catalog/unknown-name",
                   .message = "no paper has the name \"" + name->text + "\"",
                   .remedy = suggest ? text::did_you_mean(name->text, known_names) : ""}));
  }
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    for (const auto& selector : selectors_[i]) {
      if (!selector.second.met) {
        const PlacedText& text = *selector.second.text;
        list.push_back(at(text, {.severity = Severity::warning,
                                 .code = "catalog/unknown-paper",
                                 .message = "\"" + text.text + "\" selects no paper of \"" +
                                            entries_[i].name.text + "\"",
                                 .remedy = "papers are named by their id or address, digests by "
                                           "their file without ending, categories by their tag"}));
      }
    }
  }
  std::ranges::sort(list, stands_before);
  return list;
}

}  // namespace catalog
