#pragma once

#include "digest/format.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace digest {

/// Where a line must be cut that holds two parts of a record because scraping lost the line break
/// between them: the left one of shape `left`, the right one of shape `right`. Nothing if the
/// shapes alone do not tell. Asked only where the right part is missing, so a cut is likely.
[[nodiscard]] std::optional<std::size_t> glue_between(std::string_view text, Shape left,
                                                      Shape right, const NameMarks& marks);

/// How much of `text` is one of `titles`, which are sorted: the longest that begins it. Nothing if
/// none does.
[[nodiscard]] std::optional<std::size_t> known_title_size(std::string_view text,
                                                          std::span<const std::string_view> titles);

/// How much of a line with names is the rest of the title, which was broken in the middle:
/// "Correct Themselves YetJ Huang, X Chen". 0 if nothing is.
[[nodiscard]] std::size_t end_of_broken_title(std::string_view text, const NameMarks& marks);

/// Whether `text` ends with a mark that closes a sentence or a clause.
[[nodiscard]] bool ends_sentence(std::string_view text);

/// Where the bracket closes that opens `text`, behind it; nothing if it does not.
[[nodiscard]] std::optional<std::size_t> closing_bracket(std::string_view text);

}  // namespace digest
