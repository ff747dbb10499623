#include "serve/answer_request.hpp"

#include "serve/live_reload.hpp"
#include "serve/problem_page.hpp"
#include "serve/request_target.hpp"
#include "text/embedded_file.hpp"
#include "text/url.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <span>
#include <string_view>
#include <utility>

namespace serve {

/// reload.js and problems.css.
std::span<const text::EmbeddedFile> preview_files();

namespace {

using diagnostics::Diagnostic;
using diagnostics::Expected;

constexpr std::string_view kHtml = "text/html; charset=utf-8";
constexpr std::string_view kText = "text/plain; charset=utf-8";
constexpr std::string_view kNotFoundPage = "/404.html";

/// A media type with its charset, which for texts is always UTF-8.
std::string content_type(std::string media_type) {
  const bool is_text = media_type.starts_with("text/") || media_type.ends_with("/xml") ||
                       media_type.ends_with("+xml") || media_type.ends_with("json") ||
                       media_type.ends_with("/javascript");
  if (is_text && media_type.find("charset=") == std::string::npos) {
    media_type += "; charset=utf-8";
  }
  return media_type;
}

/// An answer with the headers that every answer has: nothing of a preview is kept by a browser,
/// read by another site, or taken for another type than it says. No CORS header is ever sent.
Response make_response(int status, std::string_view type, std::string body) {
  Response response{.status = status, .headers = {}, .body = std::move(body), .events_after = {}};
  response.headers = {{"Content-Type", content_type(std::string(type))},
                      {"Cache-Control", "no-store"},
                      {"Cross-Origin-Resource-Policy", "same-origin"},
                      {"X-Content-Type-Options", "nosniff"}};
  return response;
}

Response refusal(int status, const std::string& sentence) {
  return make_response(status, kText, sentence + "\n");
}

/// A text of the request as it may be shown back in plain text.
std::string quoted(std::string_view foreign) {
  constexpr std::size_t kShown = 100;
  return "\"" + text::without_unprintable(text::replace_malformed(foreign.substr(0, kShown))) +
         "\"";
}

Response redirect_to(std::string_view path, const RequestTarget& target) {
  const std::string query = target.query.empty() ? "" : "?" + target.query;
  const std::string location = text::percent_encode_path(path) + query;
  Response response = make_response(308, kText, "Moved to " + location + "\n");
  response.headers.push_back({"Location", location});
  return response;
}

/// What is asked of one site.
struct Question {
  const Preview& preview;
  const RequestTarget& target;
  Reloading reloading;
};

Response page_response(const Question& question, int status, render::Page page) {
  const bool is_html = page.media_type.starts_with("text/html");
  if (is_html && question.reloading == Reloading::on) {
    page.bytes = with_reload_script(std::move(page.bytes), question.preview.version);
  }
  return make_response(status, page.media_type, std::move(page.bytes));
}

Response problem_response(const Question& question, std::string_view title,
                          std::span<const Diagnostic> problems) {
  const render::Page page{.bytes = problem_page(title, problems), .media_type = std::string(kHtml)};
  Response response = page_response(question, 500, page);
  response.headers.push_back({"Content-Security-Policy",
                              "default-src 'none'; script-src 'self'; style-src 'self'; "
                              "connect-src 'self'; base-uri 'none'; form-action 'none'"});
  return response;
}

Response rendered(const Question& question, int status, Expected<render::Page> page) {
  if (!page) {
    return problem_response(question, "This page cannot be rendered", {&page.error(), 1});
  }
  return page_response(question, status, std::move(*page));
}

Response not_found(const Question& question) {
  auto page = question.preview.site->page(kNotFoundPage);
  if (!page) {
    return refusal(404, "There is no page at " + quoted(question.target.path));
  }
  return rendered(question, 404, std::move(*page));
}

/// The answer of a site: its pages are below its base path.
Response answer_from_site(const Question& question) {
  const PreviewSite& site = *question.preview.site;
  const std::string_view asked = question.target.path;
  if (!site.base_path.empty() && (asked == "/" || asked == site.base_path)) {
    return redirect_to(site.base_path + "/", question.target);
  }
  if (!asked.starts_with(site.base_path + "/")) {
    return not_found(question);
  }
  const std::string_view path = asked.substr(site.base_path.size());
  if (auto page = site.page(path)) {
    return rendered(question, path == kNotFoundPage ? 404 : 200, std::move(*page));
  }
  if (!path.ends_with('/') && site.page(std::string(path) + "/")) {
    return redirect_to(std::string(asked) + "/", question.target);
  }
  // A folder's page is a file on the hosts that the site is made for.
  constexpr std::string_view kIndex = "/index.html";
  if (path.ends_with(kIndex)) {
    if (auto page = site.page(path.substr(0, path.size() - kIndex.size() + 1))) {
      return rendered(question, 200, std::move(*page));
    }
  }
  return not_found(question);
}

/// The number at the start of `text`; 0 if it does not begin with one.
std::uint64_t leading_number(std::string_view text) {
  std::uint64_t number = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  return result.ec == std::errc() ? number : 0;
}

/// The stream of events; a browser that comes back names the last one it saw.
Response answer_events(const Request& request, const RequestTarget& target,
                       const AnswerOptions& options) {
  if (request.origin && !is_own_origin(options.own, *request.origin)) {
    return refusal(403, "Events are for pages of " + origin_of(options.own) + " only, not for " +
                            quoted(*request.origin));
  }
  Response response = make_response(200, "text/event-stream", "");
  if (request.method == "GET") {
    constexpr std::string_view kSince = "since=";
    const std::string_view query = target.query;
    const std::uint64_t since =
        query.starts_with(kSince) ? leading_number(query.substr(kSince.size())) : 0;
    response.events_after = std::max(since, leading_number(request.last_event_id));
  }
  return response;
}

Response answer_preview_file(const Request& request, const RequestTarget& target,
                             const AnswerOptions& options) {
  const std::string_view name = std::string_view(target.path).substr(kPreviewFolder.size());
  if (name == "events") {
    return answer_events(request, target, options);
  }
  const auto files = preview_files();
  const auto file = std::ranges::find(files, name, &text::EmbeddedFile::path);
  if (file == files.end()) {
    return refusal(404, "The preview has no file " + quoted(name));
  }
  return make_response(200, name.ends_with(".js") ? "text/javascript" : "text/css",
                       std::string(file->bytes));
}

}  // namespace

Response answer_request(const Preview& preview, const Request& request,
                        const AnswerOptions& options) {
  if (!request.host) {
    return refusal(400, "A request needs exactly one Host header");
  }
  if (!is_own_host(options.own, *request.host)) {
    return refusal(403, "This preview answers at " + origin_of(options.own) +
                            "/ only; the request was for the host " + quoted(*request.host));
  }
  if (request.method != "GET" && request.method != "HEAD") {
    Response response = refusal(405, "The preview knows GET and HEAD only");
    response.headers.push_back({"Allow", "GET, HEAD"});
    return response;
  }
  const std::optional<RequestTarget> target = parse_request_target(request.target);
  if (!target) {
    return refusal(400, "The target of the request is malformed");
  }
  if (target->path.starts_with(kPreviewFolder)) {
    return answer_preview_file(request, *target, options);
  }
  const Question question{preview, *target, options.reloading};
  if (!preview.site) {
    return problem_response(question, "The site cannot be shown", preview.problems);
  }
  return answer_from_site(question);
}

}  // namespace serve
