#pragma once

#include "citation/citation.hpp"

#include <string>

namespace citation {

enum class Notation { bibtex, ris, csl_json };

/// A file of citations as it grows, one after the other; without any it is a valid file too.
class CitationList {
 public:
  explicit CitationList(Notation notation) : notation_(notation) {}

  void add(const Citation& cited);

  /// The whole file.
  [[nodiscard]] std::string text() &&;

 private:
  Notation notation_;
  std::string text_;
};

}  // namespace citation
