#include "digest/trimmed_lines.hpp"

#include "text/whitespace.hpp"

#include <cstddef>

namespace digest {

std::vector<std::string_view> trimmed_lines(const text::SourceText& source) {
  std::vector<std::string_view> lines;
  lines.reserve(source.line_count());
  for (std::size_t number = 1; number <= source.line_count(); ++number) {
    lines.push_back(text::trim(source.line(number)));
  }
  return lines;
}

}  // namespace digest
