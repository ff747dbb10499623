#include "render/qr_code.hpp"

#include <cstddef>
#include <memory>
#include <qrencode.h>

namespace render {

namespace {

constexpr int kQuietZone = 4;

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

/// The dark modules of one row, each run of them as one rectangle.
void append_row(std::string& path, const unsigned char* row, int width, int y) {
  for (int x = 0; x < width;) {
    int end = x;
    while (end < width && (row[end] & 1U) != 0) {
      ++end;
    }
    if (end > x) {
      const std::string run = std::to_string(end - x);
      path += "M" + std::to_string(x + kQuietZone) + " " + std::to_string(y + kQuietZone) + "h" +
              run + "v1h-" + run + "z";
    }
    x = end + 1;
  }
}

}  // namespace

std::string qr_code_svg(std::string_view text) {
  const std::unique_ptr<QRcode, FreeCode> code(
      QRcode_encodeData(static_cast<int>(text.size()),
                        reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_L));
  if (code == nullptr) {
    return {};
  }
  std::string path;
  for (int y = 0; y < code->width; ++y) {
    append_row(path, code->data + static_cast<std::ptrdiff_t>(y) * code->width, code->width, y);
  }
  const std::string size = std::to_string(code->width + 2 * kQuietZone);
  return "<svg class=\"qr-code\" viewBox=\"0 0 " + size + " " + size +
         "\" width=\"160\" height=\"160\" shape-rendering=\"crispEdges\" aria-hidden=\"true\" "
         "focusable=\"false\"><path d=\"" +
         path + "\" fill=\"currentColor\"/></svg>";
}

}  // namespace render
