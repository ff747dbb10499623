#include "site/check_links.hpp"

#include "text/url.hpp"

#include <algorithm>
#include <array>

namespace site {

namespace {

/// Whether `link`, which begins with '/', is the address of a route.
bool leads_somewhere(const Site& site, std::string_view link) {
  std::string_view path = link.substr(0, link.find_first_of("?#"));
  const std::string& base_path = site.base().path;
  if (!path.starts_with(base_path)) {
    return false;
  }
  path.remove_prefix(base_path.size());
  if (path.empty()) {
    return site.find("/") != nullptr;
  }
  return site.locate(path) || site.locate(text::percent_decode(path));
}

}  // namespace

std::vector<DeadLink> find_dead_links(const Site& site, std::string_view html) {
  static constexpr std::array<std::string_view, 2> kAttributes = {" href=\"/", " src=\"/"};
  std::vector<DeadLink> dead;
  for (const std::string_view attribute : kAttributes) {
    for (std::size_t at = html.find(attribute); at != std::string_view::npos;
         at = html.find(attribute, at)) {
      at += attribute.size();
      const std::string_view link = html.substr(at - 1, html.find('"', at) - at + 1);
      if (!link.starts_with("//") && !leads_somewhere(site, link)) {
        dead.push_back({std::string(link)});
      }
    }
  }
  std::ranges::sort(dead);
  dead.erase(std::unique(dead.begin(), dead.end()), dead.end());
  return dead;
}

}  // namespace site
