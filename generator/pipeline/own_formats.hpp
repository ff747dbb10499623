#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/format.hpp"
#include "files/site_folder.hpp"

#include <vector>

namespace pipeline {

/// The formats of a site with these files in its formats/, together with the built-in ones.
[[nodiscard]] diagnostics::Reported<std::vector<digest::Format>> own_formats(
    const std::vector<files::Source>& sources);

}  // namespace pipeline
