#include "diagnostics/diagnostic.hpp"

#include <utility>

namespace diagnostics {

Location location_at(const text::SourceText& source, std::size_t offset) {
  const text::LineColumn place = source.place_of(offset);
  return {.path = source.path(), .line = place.line, .column = place.column};
}

Diagnostic at_offset(const text::SourceText& source, std::size_t offset, Diagnostic diagnostic) {
  diagnostic.where = location_at(source, offset);
  diagnostic.source_line = source.line(static_cast<std::size_t>(diagnostic.where.line));
  return diagnostic;
}

Diagnostic at_line(const text::SourceText& source, int line, Diagnostic diagnostic) {
  diagnostic.where = {.path = source.path(), .line = line, .column = 0};
  diagnostic.source_line = source.line(static_cast<std::size_t>(line));
  return diagnostic;
}

}  // namespace diagnostics
