#pragma once

#include "digest/format.hpp"

#include <string_view>

// Lines that open a record as a reader sees it, though no opener of the format fits them alone.
namespace digest {

/// Whether `line` and the one behind it open a record together, because a title is broken over
/// both. Both are trimmed views into one text, and `line` alone opens none.
[[nodiscard]] bool is_broken_header(std::string_view line, std::string_view next,
                                    const Format& format);

/// Whether `line` begins as a record of the format does, with a heading of the same level, or with
/// a list mark, a number or emphasis in front of the link to a paper.
[[nodiscard]] bool looks_like_header(std::string_view line, const Format& format);

}  // namespace digest
