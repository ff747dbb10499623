#include "render/draw_svg.hpp"

#include "render/installed_fonts.hpp"

#include <cairo.h>
#include <librsvg/rsvg.h>
#include <memory>

namespace render {

namespace {

using diagnostics::because;
using diagnostics::OrReason;

struct Free {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }

  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }

  void operator()(cairo_t* context) const { cairo_destroy(context); }
};

using Handle = std::unique_ptr<RsvgHandle, Free>;

/// What `error` says, which is freed.
std::string taken(GError* error) {
  std::string message = error == nullptr ? "it cannot be drawn" : error->message;
  g_clear_error(&error);
  return message;
}

OrReason<Handle> read_svg(std::string_view svg) {
  GError* error = nullptr;
  Handle handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
  if (handle == nullptr) {
    return because(taken(error));
  }
  return handle;
}

cairo_status_t append_bytes(void* out, const unsigned char* bytes, unsigned size) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

OrReason<std::string> draw_svg(std::string_view svg, PixelSize size) {
  const OrReason<Handle> handle = read_svg(svg);
  if (!handle) {
    return because(handle.error());
  }
  const std::unique_ptr<cairo_surface_t, Free> surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, size.width, size.height));
  const std::unique_ptr<cairo_t, Free> context(cairo_create(surface.get()));
  cairo_set_source_rgb(context.get(), 1, 1, 1);
  cairo_paint(context.get());
  const RsvgRectangle whole{.x = 0,
                            .y = 0,
                            .width = static_cast<double>(size.width),
                            .height = static_cast<double>(size.height)};
  GError* error = nullptr;
  if (rsvg_handle_render_document(handle->get(), context.get(), &whole, &error) == FALSE) {
    return because(taken(error));
  }
  std::string png;
  const cairo_status_t status =
      cairo_surface_write_to_png_stream(surface.get(), append_bytes, &png);
  if (status != CAIRO_STATUS_SUCCESS) {
    return because(cairo_status_to_string(status));
  }
  return png;
}

OrReason<void> check_svg(std::string_view svg) {
  const OrReason<Handle> handle = read_svg(svg);
  if (!handle) {
    return because(handle.error());
  }
  return {};
}

std::string drawing_version() {
  return "librsvg " + std::to_string(rsvg_major_version) + "." +
         std::to_string(rsvg_minor_version) + "." + std::to_string(rsvg_micro_version) +
         "\ncairo " + cairo_version_string() + "\n" + installed_fonts().version();
}

}  // namespace render
