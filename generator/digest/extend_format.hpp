#pragma once

#include "digest/format_values.hpp"
#include "text/source_text.hpp"
#include "values/value.hpp"

#include <span>
#include <string_view>

namespace digest {

/// The YAML of a format file, laid over that of the format which it extends: maps are merged,
/// everything else is replaced, and what a format is recognised by is its own affair. `library` are
/// the sources that `extends` may name. Total: what is no map is complained about, and empty.
[[nodiscard]] values::Value extended_tree(const text::SourceText& source,
                                          std::span<const text::SourceText* const> library,
                                          FormatValues& from);

/// How `extends` calls a format file: its name without folder and ending.
[[nodiscard]] std::string_view file_stem(std::string_view path);

}  // namespace digest
