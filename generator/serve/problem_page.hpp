#pragma once

#include "diagnostics/diagnostic.hpp"

#include <span>
#include <string>
#include <string_view>

namespace serve {

/// An HTML page with `title` and the diagnostics as text: what the preview shows in place of a
/// page that there is not.
[[nodiscard]] std::string problem_page(std::string_view title,
                                       std::span<const diagnostics::Diagnostic> problems);

}  // namespace serve
