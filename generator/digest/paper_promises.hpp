#pragma once

#include "digest/paper_draft.hpp"

namespace digest {

/// Reports what the format promises and the paper, all of whose record is read, lacks.
void check_promises(PaperDraft& draft);

}  // namespace digest
