#pragma once

#include "text/source_text.hpp"

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace diagnostics {

enum class Severity { error, warning };

/// A place in an input file, as people read it.
struct Location {
  std::string path;  ///< relative to the site's folder; empty: no file
  int line = 0;      ///< 1-based; 0: the file as a whole
  int column = 0;    ///< 1-based, in bytes; 0: the line as a whole

  auto operator<=>(const Location&) const = default;
};

/// Something more to say about a diagnostic, at another place: "included from here".
struct Note {
  Location where;
  std::string message;

  auto operator<=>(const Note&) const = default;
};

/// What is wrong, where, and what to do about it. A value: stages return it, only `commands`
/// prints it.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;  ///< `folder/what`: the folder of the generator that says it
  Location where;
  std::string message;      ///< a sentence without a full stop
  std::string remedy;       ///< what to do; may be empty
  std::string source_line;  ///< the line at `where`, for the excerpt; may be empty
  std::vector<Note> notes;  ///< nearest first

  auto operator<=>(const Diagnostic&) const = default;
};

/// A value, and what was noticed while making it. The value is always usable: a stage that returns
/// this cannot fail, it can only complain.
template <typename Value>
struct Reported {
  Value value;
  std::vector<Diagnostic> diagnostics;
};

/// The place of byte `offset` in `source`.
[[nodiscard]] Location location_at(const text::SourceText& source, std::size_t offset);

/// `diagnostic` placed at byte `offset` of `source`, with its excerpt.
[[nodiscard]] Diagnostic at_offset(const text::SourceText& source, std::size_t offset,
                                   Diagnostic diagnostic);

/// `diagnostic` placed at `line` (1-based) of `source`, with its excerpt.
[[nodiscard]] Diagnostic at_line(const text::SourceText& source, int line, Diagnostic diagnostic);

}  // namespace diagnostics
