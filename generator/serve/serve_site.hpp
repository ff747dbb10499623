#pragma once

#include "diagnostics/expected.hpp"
#include "serve/live_site.hpp"
#include "serve/own_address.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace serve {

/// What came of loading a site's sources.
struct LoadedPreview {
  std::shared_ptr<const PreviewSite> site;  ///< null: none can be made of them
  std::vector<diagnostics::Diagnostic> diagnostics;
};

struct ServeOptions {
  OwnAddress address;
  std::vector<std::string> watched;  ///< files and folders; a change of them loads the site again
  std::vector<std::string> ignored;  ///< folders below them that hold no sources: the output
};

/// What happened, for who prints it. Called from the thread of serve_site; each may be empty.
struct ServeEvents {
  /// The preview can be opened at `url`. A warning says who else can reach it.
  std::function<void(const std::string& url, const std::vector<diagnostics::Diagnostic>& warnings)>
      on_listening;
  /// The site was loaded for the first time, or again after a change.
  std::function<void(const LoadedPreview& loaded, std::chrono::milliseconds took)> on_loaded;
};

/// Shows a site until `stop` is asked for: loads it, answers browsers, and after each change of
/// the sources loads it again and swaps it whole. Sources of which no site can be made leave the
/// last good one in place, and open browsers show what is wrong. Nothing is written to the disk.
/// Fails if the address cannot be listened on.
[[nodiscard]] diagnostics::Expected<void> serve_site(const ServeOptions& options,
                                                     const std::function<LoadedPreview()>& load,
                                                     const ServeEvents& events,
                                                     const std::stop_token& stop);

}  // namespace serve
