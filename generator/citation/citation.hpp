#pragma once

#include "citation/person_name.hpp"
#include "digest/digest.hpp"
#include "text/calendar_date.hpp"

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace citation {

/// What a reference manager is told of one paper, whatever the notation. Texts are plain, without
/// line breaks; an empty one means that nothing is known.
struct Citation {
  std::string key;  ///< `xu2023language`; unique among the papers it is printed with
  std::string title;
  std::vector<PersonName> authors;
  bool authors_truncated = false;  ///< there are more authors than the digest names
  text::CalendarDate date;         ///< as cited_date() gives it
  std::string arxiv_id;            ///< without version
  std::string primary_class;       ///< `cs.LG`
  std::string doi;                 ///< of an arXiv paper without another one, arXiv's own
  std::string url;
  std::string venue;

  auto operator<=>(const Citation&) const = default;
};

/// When a paper came out, as far as a digest tells: year and month of its arXiv number, else the
/// date of the digest that listed it first.
[[nodiscard]] text::CalendarDate cited_date(const digest::Paper& paper,
                                            const text::CalendarDate& listed);

/// More authors than this are cut from citations, which then end as those of a cut list do: no
/// style prints them, and every list that names such a paper would carry them all.
inline constexpr std::size_t kCitedAuthors = 1000;

/// What stands beside the record of a paper in its citation.
struct CitationContext {
  text::CalendarDate listed;  ///< of the first digest that lists the paper
  std::string_view key;
  std::string_view primary_class;  ///< the arXiv name of its category; may be empty
  std::size_t most_authors = kCitedAuthors;
};

[[nodiscard]] Citation make_citation(const digest::Paper& paper, const CitationContext& context);

/// The paper's DOI, as Citation::doi.
[[nodiscard]] std::string doi_of(const digest::Paper& paper);

}  // namespace citation
