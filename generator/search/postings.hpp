#pragma once

#include "search/paper_terms.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// One paper in the list of a term.
struct Posting {
  std::uint32_t paper = 0;
  std::uint8_t standing = 0;  ///< as in PaperTerm
};

/// Appends `value` in seven-bit groups, lowest first; all bytes but the last have the highest bit.
void append_varint(std::string& out, std::uint32_t value);

/// Which papers have which term. Papers are added in order; each term's list grows as the bytes
/// that are published, in pieces of doubling size, so that a million short lists and a few long
/// ones cost little more than their bytes: about 50 a term besides.
class Postings {
 public:
  struct Term {
    std::uint64_t hash = 0;
    std::uint32_t name_at = 0;
    std::uint32_t papers = 0;      ///< how many have it
    std::uint32_t last_paper = 0;  ///< the last one added
    std::uint32_t bytes = 0;       ///< of its list
    std::uint32_t first_piece = 0;
    std::uint32_t write_at = 0;
    std::uint32_t piece_end = 0;  ///< of the last piece, where the place of the next one goes
    std::uint8_t name_size = 0;
    std::uint8_t pieces = 0;
  };

  Postings();

  /// Adds a term of `paper`, which is not below any paper before.
  void add(const PaperTerm& term, std::string_view name, std::uint32_t paper);

  /// In the order in which they first came.
  [[nodiscard]] const std::deque<Term>& terms() const { return terms_; }

  [[nodiscard]] std::string_view name_of(const Term& term) const {
    return std::string_view(names_).substr(term.name_at, term.name_size);
  }

  /// The list of `term`: for each paper the distance to the one before (to 0 for the first) as a
  /// varint, and its standing.
  [[nodiscard]] std::string list_of(const Term& term) const;

  /// A hash of all names and lists.
  [[nodiscard]] std::uint64_t content_hash() const;

 private:
  [[nodiscard]] std::uint32_t number_of(const PaperTerm& term, std::string_view name);
  void grow_slots();
  std::uint32_t new_piece(std::size_t size);
  void put(Term& term, std::uint8_t byte);

  [[nodiscard]] std::uint8_t* at(std::uint32_t place) const;

  std::string names_;
  std::deque<Term> terms_;            ///< no vector, of which half may be unused
  std::vector<std::uint32_t> slots_;  ///< numbers of terms by hash
  std::vector<std::unique_ptr<std::uint8_t[]>> blocks_;
  std::size_t used_ = 0;  ///< of the last block
};

/// Reads what Postings::list_of gives.
[[nodiscard]] std::vector<Posting> postings_from(std::string_view list);

/// The reverse.
[[nodiscard]] std::string list_from(const std::vector<Posting>& postings);

}  // namespace search
