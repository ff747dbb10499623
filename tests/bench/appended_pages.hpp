#pragma once

#include "sample_site.hpp"

#include <string>
#include <string_view>

namespace bench {

/// The limit: appends `page` to `out` piece by piece, with no template at all. The bytes are those
/// that the engine makes of the templates.
void append_by_hand(const SampleSite& site, const Page& page, std::string& out);

/// The first characters of `utf8`, so that it has at most `limit` with the "…" behind them; the
/// whole if it is longer by no more than `kLeeway`. What `truncate(limit, true, "…")` gives.
struct Truncated {
  std::string_view kept;
  std::string_view end;
};

[[nodiscard]] Truncated truncated(std::string_view utf8, std::size_t limit);

}  // namespace bench
