#pragma once

#include <string_view>

namespace site {

/// `sitegen 0.1.0`: the program and its version, as pages and `--version` say it.
[[nodiscard]] std::string_view generator_name();

}  // namespace site
