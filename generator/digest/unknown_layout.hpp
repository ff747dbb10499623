#pragma once

#include "text/source_text.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digest {

/// The first pipe table of a file that no format fits.
struct UnknownTable {
  int line = 0;         ///< of its header
  std::string columns;  ///< as people read them: `No. | Title | Links`
};

/// Nothing if the file has no table from `first_line` on.
[[nodiscard]] std::optional<UnknownTable> first_table(const text::SourceText& source,
                                                      std::size_t first_line);

/// What several of `lines` begin with as with a label, `【作者】` or `Authors` with a colon: at
/// most six, in the order in which they come again. Empty if there are not two such labels. `lines`
/// are those of the file, trimmed; those before `first_line` do not count.
[[nodiscard]] std::vector<std::string_view> repeated_labels(std::span<const std::string_view> lines,
                                                            std::size_t first_line);

}  // namespace digest
