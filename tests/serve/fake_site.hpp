#pragma once

#include "serve/live_site.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace serve {

using FakePages = std::map<std::string, diagnostics::Expected<render::Page>, std::less<>>;

inline render::Page html_page(const std::string& text) {
  return {.bytes = "<!doctype html><body><p>" + text + "</p></body>", .media_type = "text/html"};
}

/// A site whose pages are those of a table.
inline std::shared_ptr<const PreviewSite> fake_site(FakePages pages, std::string base_path = {}) {
  PreviewSite site;
  site.base_path = std::move(base_path);
  site.page = [pages = std::move(pages)](
                  std::string_view path) -> std::optional<diagnostics::Expected<render::Page>> {
    const auto page = pages.find(path);
    return page == pages.end() ? std::nullopt : std::optional(page->second);
  };
  return std::make_shared<const PreviewSite>(std::move(site));
}

}  // namespace serve
