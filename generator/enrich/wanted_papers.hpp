#pragma once

#include "digest/digest.hpp"
#include "enrich/known_paper.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace enrich {

/// Where a record stands.
struct RecordPlace {
  std::size_t digest = 0;
  std::size_t paper = 0;

  auto operator<=>(const RecordPlace&) const = default;
};

/// Lets maps be asked with views.
struct ViewHash {
  using is_transparent = void;

  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

/// By what the records of some digests can be found: arXiv number, DOI, normalised title. What is
/// known of papers that nobody lists is passed over before anybody reads it.
class WantedPapers {
 public:
  explicit WantedPapers(std::span<const digest::Digest> digests);

  [[nodiscard]] bool wants_arxiv_id(std::string_view id) const { return by_arxiv_id_.contains(id); }

  /// The records that `known` is about: those of its arXiv number, else those of its DOI, else
  /// those that have its title where all of them are one paper and no number says otherwise.
  [[nodiscard]] std::vector<RecordPlace> places_of(const KnownPaper& known) const;

  /// All keys in order: two catalogs that want the same ask the same of a file.
  [[nodiscard]] std::vector<std::string> keys() const;

 private:
  using Places =
      std::unordered_map<std::string, std::vector<RecordPlace>, ViewHash, std::equal_to<>>;

  /// What a title belongs to.
  struct Titled {
    std::vector<RecordPlace> places;
    std::string id;
    bool is_one_paper = true;
  };

  Places by_arxiv_id_;
  Places by_doi_;
  std::unordered_map<std::string, Titled, ViewHash, std::equal_to<>> by_title_;
};

/// The DOI of a record, from its identity, address or links; empty if it has none.
[[nodiscard]] std::string doi_of(const digest::Paper& paper);

}  // namespace enrich
