#pragma once

#include <string>
#include <string_view>

namespace text {

/// `path` with every byte percent-encoded that RFC 3986 does not allow in a path; '/' stays.
[[nodiscard]] std::string percent_encode_path(std::string_view path);

/// The reverse; a '%' that is not followed by two hex digits stays as it is.
[[nodiscard]] std::string percent_decode(std::string_view encoded);

/// Whether `url` is an absolute http or https address with a host, without blanks, controls,
/// quotes or angle brackets: what may become a link.
[[nodiscard]] bool is_web_url(std::string_view url);

/// A web address in two parts: `https://example.org` and `/papers` (without the last '/').
struct BaseUrl {
  std::string origin;
  std::string path;
};

/// Splits a base URL; both parts are empty for an empty text.
[[nodiscard]] BaseUrl split_base_url(std::string_view url);

}  // namespace text
