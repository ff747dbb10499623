#include "digest/format_library.hpp"

#include "diagnostics/diagnostic_list.hpp"
#include "digest/parse_digest.hpp"
#include "digest/parse_format.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace digest {

diagnostics::Reported<std::vector<Format>> read_formats(
    std::span<const text::SourceText* const> own) {
  std::vector<const text::SourceText*> library(own.begin(), own.end());
  for (const text::SourceText* const source : builtin_format_sources()) {
    const std::string name = digest_name(source->path());
    const bool replaced = std::ranges::any_of(own, [&name](const text::SourceText* const one) {
      return digest_name(one->path()) == name;
    });
    if (!replaced) {
      library.push_back(source);
    }
  }
  diagnostics::Reported<std::vector<Format>> formats;
  for (const text::SourceText* const source : library) {
    diagnostics::Reported<ParsedFormat> parsed = parse_format(*source, library);
    diagnostics::append(formats.diagnostics, std::move(parsed.diagnostics));
    if (!parsed.value.is_abstract) {
      formats.value.push_back(std::move(parsed.value.format));
    }
  }
  std::ranges::sort(formats.value, [](const Format& a, const Format& b) {
    return a.priority != b.priority ? a.priority > b.priority : a.name < b.name;
  });
  return formats;
}

}  // namespace digest
