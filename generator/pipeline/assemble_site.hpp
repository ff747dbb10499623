#pragma once

#include "config/site_config.hpp"
#include "diagnostics/diagnostic.hpp"
#include "digest/digest.hpp"
#include "enrich/fill_papers.hpp"
#include "files/site_folder.hpp"
#include "pipeline/stage_clock.hpp"
#include "site/site.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace pipeline {

/// The site, or null if none can be made; in either case everything there is to say about it.
struct LoadedSite {
  std::shared_ptr<const site::Site> site;
  std::vector<diagnostics::Diagnostic> diagnostics;
  std::vector<StageTime> times;
  enrich::FillCounts filled = {};  ///< what files gave that digests lacked
};

/// What a site is made of once everything is read; the digests of `folder` are parsed already.
struct AssemblyInput {
  config::SiteConfig config;
  files::SiteFolder folder;
  std::vector<digest::Digest> digests;
  /// Whether there is a font that has a character; empty: ask for those of this machine.
  std::function<bool(char32_t)> can_show = {};
};

/// Builds the catalog, compiles the templates and plans the routes: a Site in memory, without a
/// look at the disk. There always is one; what is wrong with it is said beside it.
[[nodiscard]] LoadedSite assemble_site(AssemblyInput input, unsigned threads);

}  // namespace pipeline
