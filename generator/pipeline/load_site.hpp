#pragma once

#include "pipeline/assemble_site.hpp"
#include "pipeline/enrich_digests.hpp"

#include <optional>
#include <string>

namespace pipeline {

struct LoadOptions {
  std::string root = ".";               ///< the site's folder
  std::optional<std::string> base_url;  ///< instead of the configuration's
  unsigned threads = 0;                 ///< 0: as many as the machine has
  KnownFiles* known_files = nullptr;    ///< what an earlier load read below `enrich:`, if kept
};

/// THE SPINE: reads the folder, parses every digest and assembles the site. With errors in the
/// content there is a site all the same, so that every stage can say what it sees; whether to
/// publish it is the caller's choice.
[[nodiscard]] LoadedSite load_site(const LoadOptions& options);

}  // namespace pipeline
