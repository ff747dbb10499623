#pragma once

#include <string>
#include <string_view>

namespace serve {

/// Where the preview listens.
struct OwnAddress {
  std::string host = "127.0.0.1";  ///< a name or an IP address; IPv6 without brackets
  int port = 8080;                 ///< 0: any free one
};

/// Whether only programs on this machine can reach `host`.
[[nodiscard]] bool is_loopback(std::string_view host);

/// What a browser opens: `http://127.0.0.1:8080`. For an address that means every interface, the
/// loopback one.
[[nodiscard]] std::string origin_of(const OwnAddress& own);

/// Whether the value of a Host header names this preview: localhost, 127.0.0.1, [::1] or the host
/// it was told to listen on, with its port. A page of a stranger whose name was made to point here
/// (DNS rebinding) sends its own name. Listening on every interface, any IP address is accepted,
/// because no name can be rebound to that.
[[nodiscard]] bool is_own_host(const OwnAddress& own, std::string_view host_header);

/// Whether the value of an Origin header is a page of this preview.
[[nodiscard]] bool is_own_origin(const OwnAddress& own, std::string_view origin_header);

}  // namespace serve
