#pragma once

#include "diagnostics/expected.hpp"

#include <string>
#include <string_view>

namespace render {

struct PixelSize {
  int width = 0;
  int height = 0;
};

/// `svg` drawn on white, as a PNG of exactly `size`. Nothing but `svg` is read and the fonts of
/// this machine: it has no address, so what it refers to is not loaded, but for `data:` addresses.
/// Equal on one machine for any thread, locale and time; fails with what librsvg says of a text
/// that it cannot read.
[[nodiscard]] diagnostics::OrReason<std::string> draw_svg(std::string_view svg, PixelSize size);

/// Whether draw_svg() could read `svg`, without the work of drawing it.
[[nodiscard]] diagnostics::OrReason<void> check_svg(std::string_view svg);

/// Changes with what may change the bytes that draw_svg() makes of one text: the libraries that
/// draw, and the fonts. What Pango, HarfBuzz and FreeType do below them is not in it.
[[nodiscard]] std::string drawing_version();

}  // namespace render
