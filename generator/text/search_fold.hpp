#pragma once

#include <string>
#include <string_view>

namespace text {

/// What spellings share that a searcher takes for one: compatibility forms (full width, ligatures),
/// case, and all non-spacing marks (NFKD without Mn, then NFC, in lower case); letters of Latin
/// that Unicode does not decompose become the plain ones (`ø` to `o`, `ß` to `ss`). For keys of a
/// search, never for display. The theme's search_index.js does the same in the browser.
[[nodiscard]] std::string search_fold(std::string_view utf8);

}  // namespace text
