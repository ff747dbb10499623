#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace serve {

/// A request line and headers may take this many bytes together: browsers send about 1,000.
inline constexpr std::size_t kMaxHeadSize = 16384;

/// The size of the request head at the start of `bytes`, with the empty line that ends it; 0 while
/// there is none.
[[nodiscard]] std::size_t head_size(std::string_view bytes);

/// A request head, reduced to what the preview wants to know.
struct RequestHead {
  bool well_formed = false;
  bool has_body = false;  ///< a body follows, which nobody reads: the connection must be closed
  /// The request line, and Host, Origin, Connection and Last-Event-ID, with CRLF. The rest stays
  /// away from the HTTP library: ranges, compression and expectations would only add work, and ways
  /// to ask for too much of it.
  std::string essential;
};

/// Reads a whole head. Not well-formed by RFC 9112: lines without CRLF, a header without a colon or
/// with blanks before it, a continued line, control characters.
[[nodiscard]] RequestHead read_request_head(std::string_view head);

}  // namespace serve
