#pragma once

#include "diagnostics/expected.hpp"
#include "text/source_text.hpp"

#include <memory>
#include <string>
#include <vector>

namespace files {

using Source = std::shared_ptr<const text::SourceText>;

/// A file below one of a site's folders.
struct NamedSource {
  std::string name;  ///< relative to that folder, with '/': `partials/paper.html`
  Source source;     ///< its path is relative to the site's folder, for diagnostics
};

/// The inputs of a site, read; nothing in them is understood yet. Lists are sorted by name, so the
/// order of the file system never shows.
struct SiteFolder {
  std::vector<Source> digests;         ///< content/, but for content/pages/
  std::vector<NamedSource> pages;      ///< content/pages/: Markdown
  std::vector<NamedSource> templates;  ///< templates/, then those of the theme; one that
                                       ///< the site replaces is called `theme/NAME`
  std::vector<NamedSource> assets;     ///< themes/NAME/assets/
  std::vector<NamedSource> strings;    ///< themes/NAME/strings/
  std::vector<Source> formats;         ///< formats/: how digests are written
  bool theme_found = false;            ///< themes/NAME/ exists
};

/// Reads `root`/site.yaml. Fails with "files/no-site" if `root` has none.
[[nodiscard]] diagnostics::Expected<Source> read_site_config(const std::string& root);

/// Reads what is below `root` for the theme named `theme`. Unreadable files are reported and left
/// out, and so are files in content/ that no reader knows. Hidden files (`.name`, `name~`) are
/// none of ours; links are followed, once.
[[nodiscard]] diagnostics::Reported<SiteFolder> read_site_folder(const std::string& root,
                                                                 const std::string& theme);

/// The digests among `paths`, which are files or folders as a command line names them.
[[nodiscard]] diagnostics::Reported<std::vector<Source>> read_digests(
    const std::vector<std::string>& paths);

/// The format files below `folder`: those that end in .yaml or .yml.
[[nodiscard]] diagnostics::Reported<std::vector<Source>> read_formats(const std::string& folder);

/// The file at `path`, as a command line names it.
[[nodiscard]] diagnostics::Expected<Source> read_one(const std::string& path);

/// Every file below `folder`.
[[nodiscard]] diagnostics::Reported<std::vector<NamedSource>> read_templates(
    const std::string& folder);

}  // namespace files
