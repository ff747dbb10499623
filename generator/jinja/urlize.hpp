#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jinja {

struct UrlizeOptions {
  std::int64_t trim_url_limit = -1;  ///< longer link texts are cut; negative: never
  bool nofollow = false;
  std::string target;
  std::string rel;
  std::vector<std::string> extra_schemes;  ///< `tel:`, `ftp:`
};

/// `html`, which is escaped text, with the web and mail addresses in it made links.
[[nodiscard]] std::string linked(std::string_view html, const UrlizeOptions& options);

}  // namespace jinja
