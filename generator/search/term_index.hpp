#pragma once

#include "catalog/catalog.hpp"
#include "catalog/catalog_options.hpp"
#include "search/postings.hpp"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// Lists longer than this keep their best papers only, so that the commonest words of a large site
/// still fit into one file. Below 16,385 papers no list is cut.
inline constexpr std::uint32_t kLongestList = 16'384;

/// Into how many files the terms of `catalog` are divided: by the size of its texts, so that a file
/// has some 20 to 35 kB, and never more than fit into 5,000 files with all others.
[[nodiscard]] std::size_t term_file_count(const catalog::Catalog& catalog);

/// All terms of all papers, in files of about equal size. A file holds a range of the terms in the
/// order of their bytes, so what begins alike stands together: completions of a word, and the pairs
/// that one Chinese character begins.
class TermIndex {
 public:
  TermIndex(const catalog::Catalog& catalog, const catalog::ForEachIndex& for_each);

  /// Changes with any byte of any file: eight hex digits.
  [[nodiscard]] const std::string& version() const { return version_; }

  [[nodiscard]] std::size_t file_count() const { return files_.size(); }

  /// The shortest text that is above all terms of the files before and not above any of this one;
  /// empty for the first.
  [[nodiscard]] std::string first_name(std::size_t file) const;

  /// The bytes of a file: the version (4 bytes), then for each term: how many bytes its name shares
  /// with the one before, how many follow, these bytes, how many papers have it, and its list
  /// (Postings::list_of). Numbers are varints. docs/search.md describes it.
  [[nodiscard]] std::string file_bytes(std::size_t file) const;

 private:
  static constexpr std::size_t kParts = 8;

  /// A term as it is sorted: by its first eight bytes, mostly.
  struct Place {
    std::uint64_t first_bytes = 0;
    std::uint32_t part = 0;
    std::uint32_t number = 0;
  };

  void add_papers(const catalog::Catalog& catalog, const catalog::ForEachIndex& for_each);
  void sort_terms();
  void divide(std::size_t files);
  [[nodiscard]] std::size_t size_of(const Place& place) const;
  [[nodiscard]] const Postings::Term& term(const Place& place) const;
  [[nodiscard]] std::string_view name(const Place& place) const;

  std::array<Postings, kParts> parts_;  ///< terms by hash, so that threads can fill them
  std::vector<Place> terms_;            ///< in the order of their names
  std::vector<std::size_t> files_;      ///< the place of each file's first term
  std::string version_;
};

/// A term index that is built when it is first asked for, since a preview may never be.
class LazyTermIndex {
 public:
  LazyTermIndex() = default;
  LazyTermIndex(const LazyTermIndex&) = delete;
  LazyTermIndex& operator=(const LazyTermIndex&) = delete;
  LazyTermIndex(LazyTermIndex&&) = delete;
  LazyTermIndex& operator=(LazyTermIndex&&) = delete;
  ~LazyTermIndex() = default;

  /// Whoever comes first builds it, with `for_each`; others wait. The result is the same for all.
  [[nodiscard]] const TermIndex& of(const catalog::Catalog& catalog,
                                    const catalog::ForEachIndex& for_each) const;

 private:
  enum State : int { none, in_work, done };

  mutable std::atomic<int> state_ = none;
  mutable std::unique_ptr<const TermIndex> index_;
};

}  // namespace search
