#pragma once

#include <string>
#include <string_view>

namespace render {

/// `text` for places that hold no markup, such as a window's title: its mathematics in Unicode's
/// characters where they say the same ($O(n^2)$ as O(n²), $\alpha_1$ as α₁, \frac{a}{b} as a/b);
/// other formulas stay in TeX, as they were written.
[[nodiscard]] std::string text_with_math(std::string_view text);

}  // namespace render
