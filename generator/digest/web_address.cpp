#include "digest/web_address.hpp"

#include "text/whitespace.hpp"

#include <algorithm>
#include <cstddef>

namespace digest {

using text::ascii_lower;

std::optional<WebAddress> split_address(std::string_view url) {
  url = text::trim(url);
  const std::string start = ascii_lower(url.substr(0, 8));
  if (!start.starts_with("http://") && start != "https://") {
    return std::nullopt;
  }
  url.remove_prefix(url.find("//") + 2);
  url = url.substr(0, url.find('#'));
  const std::size_t host_end = std::min(url.find_first_of("/?"), url.size());
  WebAddress address{
      .host = ascii_lower(url.substr(0, host_end)), .path = url.substr(host_end), .query = {}};
  for (const std::string_view port : {":80", ":443"}) {
    if (address.host.ends_with(port)) {
      address.host.resize(address.host.size() - port.size());
    }
  }
  if (address.host.starts_with("www.")) {
    address.host.erase(0, 4);
  }
  if (const std::size_t query = address.path.find('?'); query != std::string_view::npos) {
    address.query = address.path.substr(query + 1);
    address.path = address.path.substr(0, query);
  }
  return address;
}

}  // namespace digest
