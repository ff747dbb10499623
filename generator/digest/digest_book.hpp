#pragma once

#include "digest/table_dates.hpp"
#include "digest/table_format.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace digest {

/// The digests of a file of tables while it is read, and which lines belong to which: those from a
/// digest's heading to the next one's, or, where each date is a digest, those of the rows with it.
class DigestBook {
 public:
  /// `first_line` is the first one behind the front matter of `file`.
  DigestBook(std::string file, std::size_t first_line, DigestPer per);

  /// Begins a digest on `line`, and makes it the current one. The first digest has the lines above
  /// it too. `year_said` is what the headings above say; 0 if they say none.
  TableDigest& begin(std::size_t line, int year_said);

  /// The digest that is read; a new one if there is none yet.
  TableDigest& current(int year_said);

  /// The digest of the rows of `date`, which becomes the current one; a new one, begun on `line`,
  /// if there is none yet.
  TableDigest& of_date(const std::optional<DateRange>& date, std::size_t line, int year_said);

  /// The lines `first` to `last` are those of a row of the current digest.
  void own_row(std::size_t first, std::size_t last);

  /// Drops the digests without papers, but the first one where none has any: a heading in a list of
  /// contents, say, begins no digest. After this, no digest is current.
  void drop_empty();

  /// By line - 1: the place in digests() of the digest that the line belongs to.
  [[nodiscard]] std::vector<std::size_t> line_owners(std::size_t line_count) const;

  [[nodiscard]] std::vector<TableDigest>& digests() { return digests_; }

 private:
  std::string file_;
  std::size_t first_line_;
  DigestPer per_;
  std::vector<TableDigest> digests_;
  std::size_t current_ = 0;
  std::map<text::CalendarDate, std::size_t> by_date_;
  std::map<std::size_t, std::size_t> row_owners_;  ///< line to digest, where rows have dates
};

}  // namespace digest
