#pragma once

#include "citation/citation.hpp"

#include <string>

namespace citation {

/// A COinS names at most this many authors: it stands once for each paper of a list, and a list
/// must stay small.
inline constexpr std::size_t kCoinsAuthors = 24;

/// What the `title` of a `<span class="Z3988">` says of the paper, so that reference managers find
/// every paper of a list: an OpenURL context object (Z39.88-2004) of key and value pairs,
/// percent-encoded, with plain `&` between them.
[[nodiscard]] std::string coins(const Citation& cited);

}  // namespace citation
