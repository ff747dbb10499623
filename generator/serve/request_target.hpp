#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace serve {

/// What a request asks for.
struct RequestTarget {
  /// Begins with '/'; percent-decoded once, valid UTF-8, without control characters. An encoded
  /// slash stays `%2F`: it is part of a name and no separator (RFC 3986, 2.2).
  std::string path;
  std::string query;  ///< behind the '?', in ASCII: what is not was percent-encoded
};

/// Reads the target of a request line in origin form (RFC 9112, 3.2.1); nothing if it is anything
/// else: an absolute URL, a '*', a fragment, a broken percent-encoding, malformed UTF-8. "." and
/// ".." are names like others here: a path is looked up among the routes and never on the disk.
[[nodiscard]] std::optional<RequestTarget> parse_request_target(std::string_view target);

}  // namespace serve
