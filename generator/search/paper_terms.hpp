#pragma once

#include "digest/digest.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace search {

// One byte says how a term stands in a paper: whether in a title, whether in a name of an author,
// and its weight by BM25 in 63 steps.
inline constexpr std::uint8_t kInTitle = 0x80;
inline constexpr std::uint8_t kInAuthors = 0x40;
inline constexpr std::uint8_t kMostWeight = 63;

/// A term of one paper.
struct PaperTerm {
  std::uint64_t hash = 0;      ///< of its name
  std::uint32_t name_at = 0;   ///< in PaperTerms::names
  std::uint8_t name_size = 0;  ///< in bytes
  std::uint8_t standing = 0;   ///< kInTitle, kInAuthors and a weight of 1 to kMostWeight
};

struct PaperTerms {
  std::string names;
  std::vector<PaperTerm> terms;  ///< each once, in the order of their first places

  [[nodiscard]] std::string_view name_of(const PaperTerm& term) const {
    return std::string_view(names).substr(term.name_at, term.name_size);
  }
};

/// How long the texts of a paper are that it is searched by, in bytes.
[[nodiscard]] std::size_t searched_size(const digest::Paper& paper);

/// What `paper` is found by: titles, names, institutions, summary, points, abstracts, and its
/// identity as one term after a '#' (`#2302.02801`). Weights are BM25F's (Robertson, Zaragoza,
/// Taylor 2004): counts weighted by field are added up, then saturate, the sooner the shorter the
/// paper is beside `average_size`.
[[nodiscard]] PaperTerms terms_of(const digest::Paper& paper, double average_size);

}  // namespace search
