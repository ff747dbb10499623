#pragma once

#include "diagnostics/diagnostic.hpp"
#include "files/site_folder.hpp"

#include <string>
#include <vector>

namespace pipeline {

/// Adds what the site and its theme lack: from the built-in theme of that name, the built-in
/// templates, and the default theme, in this order. A template is looked up in the site's
/// templates/, then the theme's, then the built-in ones; one that is replaced stays known as
/// `theme/NAME` or `default/NAME`, so that the new one can extend it, if any does. The asset
/// tokens.css is put in front of style.css. The path of a built-in source begins with `(built
/// in)/`. Reports "files/unknown-theme" if the site names a theme that is neither its own nor built
/// in.
[[nodiscard]] std::vector<diagnostics::Diagnostic> add_builtin_sources(files::SiteFolder& folder,
                                                                       const std::string& theme);

}  // namespace pipeline
