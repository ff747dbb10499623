#pragma once

#include "digest/paper_draft.hpp"

namespace digest {

/// Takes section, category, rank and place of the paper from the header of its record, and claims
/// all of the header but its title.
void put_header(PaperDraft& draft);

}  // namespace digest
