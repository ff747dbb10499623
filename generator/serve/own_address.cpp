#include "serve/own_address.hpp"

#include "text/whitespace.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace serve {

namespace {

constexpr int kHttpPort = 80;

/// The two parts of `host:port`; an IPv6 address without its brackets.
struct Authority {
  std::string host;
  int port = kHttpPort;
};

std::optional<int> parse_port(std::string_view digits) {
  int port = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, port);
  const bool number =
      !digits.empty() && digits.front() != '-' && error == std::errc() && stop == end;
  return number && port <= 65535 ? std::optional(port) : std::nullopt;
}

bool consists_of(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

bool is_ipv4(std::string_view host) {
  return consists_of(host, "0123456789.") && std::ranges::count(host, '.') == 3;
}

bool is_ipv6(std::string_view host) {
  return consists_of(host, "0123456789abcdef:.") && host.find(':') != std::string_view::npos;
}

/// The host as it is compared: in lower case, IPv6 without brackets.
std::string bare_host(std::string_view host) {
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
  }
  return text::ascii_lower(host);
}

std::optional<Authority> parse_authority(std::string_view header) {
  const bool bracketed = header.starts_with('[');
  const std::size_t host_size = bracketed ? header.find(']') + 1 : header.find(':');
  const std::string_view host = header.substr(0, host_size);
  const std::string_view rest = header.substr(host.size());
  if (host.empty() || (bracketed && !is_ipv6(bare_host(host)))) {
    return std::nullopt;
  }
  const std::optional<int> port = rest.empty()            ? std::optional(kHttpPort)
                                  : rest.starts_with(':') ? parse_port(rest.substr(1))
                                                          : std::nullopt;
  return port ? std::optional(Authority{bare_host(host), *port}) : std::nullopt;
}

bool is_every_interface(std::string_view host) {
  return host == "0.0.0.0" || host == "::" || host.empty();
}

}  // namespace

bool is_loopback(std::string_view host) {
  const std::string bare = bare_host(host);
  return bare == "localhost" || bare == "::1" || (is_ipv4(bare) && bare.starts_with("127."));
}

std::string origin_of(const OwnAddress& own) {
  std::string host = bare_host(own.host);
  if (is_every_interface(host)) {
    host = "127.0.0.1";
  }
  const std::string shown = is_ipv6(host) ? "[" + host + "]" : host;
  return "http://" + shown + (own.port == kHttpPort ? "" : ":" + std::to_string(own.port));
}

bool is_own_host(const OwnAddress& own, std::string_view host_header) {
  const std::optional<Authority> asked = parse_authority(host_header);
  if (!asked || asked->port != own.port) {
    return false;
  }
  const std::string listening = bare_host(own.host);
  if (is_every_interface(listening) && (is_ipv4(asked->host) || is_ipv6(asked->host))) {
    return true;
  }
  return asked->host == "localhost" || asked->host == "127.0.0.1" || asked->host == "::1" ||
         asked->host == listening;
}

bool is_own_origin(const OwnAddress& own, std::string_view origin_header) {
  constexpr std::string_view kScheme = "http://";
  return origin_header.starts_with(kScheme) &&
         is_own_host(own, origin_header.substr(kScheme.size()));
}

}  // namespace serve
