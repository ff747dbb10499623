#pragma once

#include "serve/live_site.hpp"
#include "serve/own_address.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace serve {

/// The parts of an HTTP request that an answer depends on, as they were sent.
struct Request {
  std::string method;
  std::string target;
  std::optional<std::string> host;    ///< the one Host header; nothing: there was none, or several
  std::optional<std::string> origin;  ///< the Origin header
  std::string last_event_id;          ///< the Last-Event-ID header; may be empty
};

struct Header {
  std::string name;
  std::string value;
};

struct Response {
  int status = 200;
  std::vector<Header> headers;
  std::string body;  ///< also for HEAD, for its length
  /// Set: the body is no text but the stream of all events after this one.
  std::optional<std::uint64_t> events_after;
};

/// Whether HTML gets the script that reloads it. Without, a body is what `build` writes.
enum class Reloading { off, on };

struct AnswerOptions {
  OwnAddress own;
  Reloading reloading = Reloading::on;
};

/// The answer of the preview. Pure, and total: every request has an answer, and no text of the
/// request reaches the disk.
///
/// 400 malformed target or Host; 403 a Host or, for events, an Origin that is not ours; 405 other
/// methods than GET and HEAD; 308 a folder without its '/', or "/" of a site below a base path;
/// 404 with the site's own page for it; 500 with the diagnostics of a page that cannot be
/// rendered, or of a site that could not be loaded at all.
[[nodiscard]] Response answer_request(const Preview& preview, const Request& request,
                                      const AnswerOptions& options);

}  // namespace serve
