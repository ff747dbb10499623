#pragma once

#include "config/site_config.hpp"
#include "diagnostics/diagnostic.hpp"
#include "digest/digest.hpp"
#include "enrich/fill_papers.hpp"
#include "files/local_files.hpp"

#include <string>
#include <vector>

namespace pipeline {

/// What was picked from one file, and what it was asked for.
struct KnownFile {
  files::LocalFile file;
  std::vector<std::string> keys;  ///< sorted: enrich::WantedPapers::keys()
  std::vector<enrich::KnownPaper> papers;
  std::vector<diagnostics::Diagnostic> diagnostics;
};

/// What a preview keeps from one load to the next: a snapshot of 4 GB is not read again for each
/// edit. A file is read anew when it changed, or when a paper is asked for that it was not asked
/// for before.
using KnownFiles = std::vector<KnownFile>;

/// Fills the records of `digests` from the files that `patterns` name, relative to `root`: arXiv's
/// metadata snapshot (JSON Lines, read in one pass in bounded memory), `.bib`, and CSL-JSON. A
/// pattern without a file is reported as "enrich/no-file", a line that cannot be read as
/// "enrich/bad-line"; what an earlier file gives, a later one does not replace.
[[nodiscard]] enrich::FillReport enrich_digests(std::vector<digest::Digest>& digests,
                                                const std::string& root,
                                                const std::vector<config::EnrichPattern>& patterns,
                                                KnownFiles& known_files);

}  // namespace pipeline
