#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/cell_pattern.hpp"
#include "text/source_text.hpp"
#include "values/value.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// Takes the values of one reader's part out of the YAML of a format file. What is wrong with them
/// is kept as "digest/bad-format" at the word that it is about.
class FormatPart {
 public:
  /// Both outlive the part.
  FormatPart(const text::SourceText& source, std::vector<diagnostics::Diagnostic>& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  void complain(std::string_view word, std::string message, std::string remedy);
  /// Complains about every member of `map` that is not `known`, and about what is no map.
  void check_keys(const values::Value& map, std::initializer_list<std::string_view> known);
  /// A text, or a list of texts, as a list.
  [[nodiscard]] std::vector<std::string> texts(const values::Value& value);
  [[nodiscard]] std::optional<CellPattern> pattern(const std::string& text);
  [[nodiscard]] std::vector<CellPattern> patterns(const values::Value& value);

 private:
  const text::SourceText& source_;
  std::vector<diagnostics::Diagnostic>& diagnostics_;
};

}  // namespace digest
