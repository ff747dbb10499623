#include "commands/preview_site.hpp"

#include "render/render_route.hpp"
#include "text/url.hpp"

#include <utility>

namespace commands {

std::shared_ptr<const serve::PreviewSite> preview_of(std::shared_ptr<const site::Site> site) {
  serve::PreviewSite preview;
  preview.base_path = text::percent_decode(site->base().path);
  preview.page = [site = std::move(site)](
                     std::string_view path) -> std::optional<diagnostics::Expected<render::Page>> {
    const std::optional<site::Place> place = site->locate(path);
    if (!place) {
      return std::nullopt;
    }
    return render::render_route(*place->site, *place->route);
  };
  return std::make_shared<const serve::PreviewSite>(std::move(preview));
}

}  // namespace commands
