#pragma once

#include <algorithm>
#include <cairo.h>
#include <cstdint>
#include <memory>
#include <string_view>

// For tests: a PNG as a decoder sees it.
class PngReader {
 public:
  explicit PngReader(std::string_view bytes)
      : surface_(cairo_image_surface_create_from_png_stream(read, &bytes), cairo_surface_destroy) {}

  [[nodiscard]] bool is_png() const {
    return cairo_surface_status(surface_.get()) == CAIRO_STATUS_SUCCESS;
  }

  [[nodiscard]] int width() const { return cairo_image_surface_get_width(surface_.get()); }

  [[nodiscard]] int height() const { return cairo_image_surface_get_height(surface_.get()); }

  /// `0xRRGGBB`
  [[nodiscard]] std::uint32_t pixel(int x, int y) const {
    const unsigned char* row = cairo_image_surface_get_data(surface_.get()) +
                               std::ptrdiff_t{y} * cairo_image_surface_get_stride(surface_.get());
    return reinterpret_cast<const std::uint32_t*>(row)[x] & 0xFFFFFFU;
  }

 private:
  static cairo_status_t read(void* bytes, unsigned char* out, unsigned size) {
    auto& rest = *static_cast<std::string_view*>(bytes);
    if (rest.size() < size) {
      return CAIRO_STATUS_READ_ERROR;
    }
    std::copy_n(rest.begin(), size, out);
    rest.remove_prefix(size);
    return CAIRO_STATUS_SUCCESS;
  }

  std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> surface_;
};
