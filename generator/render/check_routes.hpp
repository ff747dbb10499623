#pragma once

#include "diagnostics/diagnostic.hpp"
#include "site/site.hpp"

#include <vector>

namespace render {

/// What is wrong with the page at `place`, which is a place of `whole` or of one of its
/// translations: its template's error, or its dead links ("render/dead-link"), said once for each
/// target and place that a person can change.
[[nodiscard]] std::vector<diagnostics::Diagnostic> check_route(const site::Site& whole,
                                                               const site::Place& place);

}  // namespace render
