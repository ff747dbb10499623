#include "digest/field_meant.hpp"

#include "text/suggestion.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <array>

namespace digest {

namespace {

/// Another word for a field; `also` is a second one that may be meant.
struct Synonym {
  std::string_view word;
  std::string_view field;
  std::string_view also;
};

constexpr std::array<Synonym, 41> kSynonyms = {{
    {"name", "title", {}},
    {"paper", "title", {}},
    {"headline", "title", {}},
    {"title_cn", "title_zh", {}},
    {"writers", "authors", {}},
    {"people", "authors", {}},
    {"institutions", "affiliations", {}},
    {"institution", "affiliations", {}},
    {"institute", "affiliations", {}},
    {"organization", "affiliations", {}},
    {"organizations", "affiliations", {}},
    {"organisation", "affiliations", {}},
    {"organisations", "affiliations", {}},
    {"org", "affiliations", {}},
    {"orgs", "affiliations", {}},
    {"university", "affiliations", {}},
    {"lab", "affiliations", {}},
    {"code", "links", {}},
    {"github", "links", {}},
    {"repo", "links", {}},
    {"project", "links", {}},
    {"resources", "links", {}},
    {"link", "url", "links"},
    {"address", "url", {}},
    {"pdf", "url", {}},
    {"arxiv", "url", {}},
    {"summary", "abstract", "tldr"},
    {"description", "abstract", "tldr"},
    {"abstract_cn", "abstract_zh", {}},
    {"conference", "venue", {}},
    {"journal", "venue", {}},
    {"published", "venue", {}},
    {"note", "remark", {}},
    {"notes", "remark", {}},
    {"comment", "remark", {}},
    {"comments", "remark", {}},
    {"highlights", "key_points", {}},
    {"points", "key_points", {}},
    {"topic", "category", {}},
    {"number", "rank", {}},
    {"index", "rank", {}},
}};

}  // namespace

std::string field_meant(std::string_view name, std::span<const std::string_view> known) {
  const auto* const synonym = std::ranges::find(kSynonyms, text::ascii_lower(name), &Synonym::word);
  if (synonym == kSynonyms.end() || std::ranges::find(known, synonym->field) == known.end()) {
    return text::did_you_mean(name, known);
  }
  return "did you mean \"" + std::string(synonym->field) +
         (synonym->also.empty() ? "" : "\" or \"" + std::string(synonym->also)) + "\"?";
}

}  // namespace digest
