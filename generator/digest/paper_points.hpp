#pragma once

#include "digest/paper_draft.hpp"

#include <string_view>

namespace digest {

/// Adds a point, or several with a separator behind each. Reports a number that skips or repeats.
void put_points(PaperDraft& draft, std::string_view text, int line);

/// A further line of the last point; nothing if there is none.
void continue_point(PaperDraft& draft, std::string_view text);

}  // namespace digest
