#pragma once

#include "diagnostics/diagnostic.hpp"
#include "pipeline/assemble_site.hpp"

#include <vector>

namespace pipeline {

/// Everything that is wrong with a loaded site: what was said while it was loaded, then what its
/// pages say when each is rendered (templates' errors, dead links). Pages are left out while a
/// template is broken: they would only repeat that. Sorted; a mistake on many pages is said once.
[[nodiscard]] std::vector<diagnostics::Diagnostic> check_site(const LoadedSite& loaded,
                                                              unsigned threads);

}  // namespace pipeline
