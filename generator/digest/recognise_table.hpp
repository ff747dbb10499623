#pragma once

#include "digest/format.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <string>

namespace digest {

/// Why `format`, which has a TableFormat, fits a file: which of the tables behind `first_line` has
/// the columns that it names. Empty if none has, or if it names none.
[[nodiscard]] std::string table_reason(const text::SourceText& source, std::size_t first_line,
                                       const Format& format);

}  // namespace digest
