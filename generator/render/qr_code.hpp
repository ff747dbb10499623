#pragma once

#include <string>
#include <string_view>

namespace render {

/// `text` as a QR code: an SVG element of one path in the current colour, with the quiet zone of
/// four modules that readers need (ISO/IEC 18004, 5.3.8), hidden from screen readers. Empty if
/// `text` is longer than the 2,953 bytes that a code holds.
[[nodiscard]] std::string qr_code_svg(std::string_view text);

}  // namespace render
