#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/cell_pattern.hpp"
#include "digest/field.hpp"
#include "digest/line_pattern.hpp"
#include "digest/record_rules.hpp"
#include "text/source_text.hpp"
#include "values/value.hpp"

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace digest {

/// Takes values out of the YAML of a format file, and keeps what is wrong with them: each complaint
/// is a "digest/bad-format" at the word that it is about.
class FormatValues {
 public:
  /// `source` outlives the values.
  explicit FormatValues(const text::SourceText& source) : source_(source) {}

  /// Complaints from now on are about this top-level key.
  void enter(std::string_view section) { section_ = section; }

  void complain(std::string_view word, std::string message, std::string remedy);

  void keep(diagnostics::Diagnostic diagnostic) { diagnostics_.push_back(std::move(diagnostic)); }

  /// Complains about every member of `map` that is not `known`, and about what is no map.
  void check_keys(const values::Value& map, std::initializer_list<std::string_view> known);

  [[nodiscard]] bool boolean(const values::Value& map, std::string_view name);
  /// A text, or a list of texts, as a list; full-width marks are kept in their half-width form, as
  /// literals are compared.
  [[nodiscard]] std::vector<std::string> texts(const values::Value& value);
  /// The same with all marks as the file has them: for what is compared byte by byte.
  [[nodiscard]] std::vector<std::string> exact_texts(const values::Value& value);
  [[nodiscard]] std::optional<LinePattern> pattern(const std::string& text);
  [[nodiscard]] std::vector<LinePattern> patterns(const values::Value& value);
  /// Patterns of cells keep full-width marks.
  [[nodiscard]] std::vector<CellPattern> cell_patterns(const values::Value& value);
  /// Complains about placeholders that are none of `known`; what fills no field begins with `_`.
  void check_placeholders(const LinePattern& pattern, std::span<const std::string_view> known);
  /// Patterns by name, whose placeholders are fields or begin with `_`.
  [[nodiscard]] std::vector<NoiseRule> rules(const values::Value& map);
  [[nodiscard]] std::optional<Field> field(std::string_view name);
  [[nodiscard]] std::vector<Field> fields(const values::Value& value);

  [[nodiscard]] std::vector<diagnostics::Diagnostic> diagnostics() && {
    return std::move(diagnostics_);
  }

 private:
  [[nodiscard]] std::size_t place_of(std::string_view word) const;
  template <typename Pattern>
  [[nodiscard]] std::optional<Pattern> parsed(const std::string& text);

  const text::SourceText& source_;
  std::string section_;
  std::vector<diagnostics::Diagnostic> diagnostics_;
};

}  // namespace digest
