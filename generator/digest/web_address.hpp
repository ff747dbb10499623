#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace digest {

/// A web address in its parts; views into it.
struct WebAddress {
  std::string host;  ///< lower case, without `www.` and a default port
  std::string_view path;
  std::string_view query;  ///< without the `?`
};

/// The parts of `url` without its fragment; nothing if it is no http or https address.
[[nodiscard]] std::optional<WebAddress> split_address(std::string_view url);

}  // namespace digest
