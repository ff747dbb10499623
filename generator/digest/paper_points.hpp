#pragma once

#include "digest/paper_draft.hpp"

#include <string_view>

namespace digest {

/// Adds a point, or several with a separator behind each. Reports a number that skips or repeats.
void put_points(PaperDraft& draft, std::string_view text, int line);

/// A line without a number behind a point: a further point if a mark has closed that one or a
/// bullet opens this one, else more of it. Nothing if there is no point.
void continue_point(PaperDraft& draft, std::string_view text, int line);

}  // namespace digest
