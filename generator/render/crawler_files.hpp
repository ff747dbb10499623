#pragma once

#include "site/site.hpp"

#include <string>

// What crawlers look for: sitemaps.org 0.9, robots.txt (RFC 9309), llms.txt (llmstxt.org).
namespace render {

/// The sitemap at `route`: the addresses of its part of the pages, each with the date of the newest
/// digest that it shows; a page that shows none has no date.
[[nodiscard]] std::string sitemap(const site::Site& site, const site::Route& route);

/// The sitemap of the sitemaps, each with the newest date in it.
[[nodiscard]] std::string sitemap_index(const site::Site& site);

/// Everything may be read; names the sitemap where there is one.
[[nodiscard]] std::string robots(const site::Site& site);

/// What the site is and where its data are, in Markdown.
[[nodiscard]] std::string llms(const site::Site& site);

}  // namespace render
