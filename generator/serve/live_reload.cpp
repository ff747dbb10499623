#include "serve/live_reload.hpp"

#include "diagnostics/show_diagnostic.hpp"
#include "text/json_escape.hpp"
#include "text/whitespace.hpp"

#include <algorithm>
#include <utility>

namespace serve {

LiveReload::LiveReload(std::uint64_t first_id) : next_id_(first_id) {
  broadcast_reload();
}

std::uint64_t LiveReload::next_id() const {
  const std::scoped_lock lock(mutex_);
  return next_id_;
}

void LiveReload::broadcast_reload() {
  {
    const std::scoped_lock lock(mutex_);
    last_events_.clear();
  }
  broadcast("reload", "");
}

void LiveReload::broadcast_problems(std::span<const diagnostics::Diagnostic> problems) {
  broadcast("problems", problems_to_json(problems));
}

void LiveReload::broadcast(std::string name, std::string data) {
  {
    const std::scoped_lock lock(mutex_);
    ReloadEvent& event = last_events_[name];
    event = {.id = next_id_, .name = std::move(name), .data = std::move(data)};
    ++next_id_;
  }
  changed_.notify_all();
}

std::vector<ReloadEvent> LiveReload::events_after(std::uint64_t last_id) const {
  std::vector<ReloadEvent> events;
  for (const auto& [name, event] : last_events_) {
    if (event.id > last_id) {
      events.push_back(event);
    }
  }
  std::ranges::sort(events, {}, &ReloadEvent::id);
  return events;
}

std::vector<ReloadEvent> LiveReload::wait(std::uint64_t last_id,
                                          std::chrono::milliseconds timeout) const {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, timeout, [&] { return closed_ || !events_after(last_id).empty(); });
  return closed_ ? std::vector<ReloadEvent>() : events_after(last_id);
}

bool LiveReload::join() {
  const std::scoped_lock lock(mutex_);
  if (closed_ || listeners_ == kMaxListeners) {
    return false;
  }
  ++listeners_;
  return true;
}

void LiveReload::leave() {
  const std::scoped_lock lock(mutex_);
  --listeners_;
}

void LiveReload::close() {
  {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
}

bool LiveReload::closed() const {
  const std::scoped_lock lock(mutex_);
  return closed_;
}

std::string to_event_stream(const ReloadEvent& event) {
  std::string out = "id: " + std::to_string(event.id) + "\nevent: " + event.name + "\n";
  for (const std::string_view line : text::split(event.data, "\n")) {
    out.append("data: ").append(line).append("\n");
  }
  return out + "\n";
}

std::string problems_to_json(std::span<const diagnostics::Diagnostic> problems) {
  std::string json = "[";
  for (const diagnostics::Diagnostic& problem : problems) {
    const bool is_error = problem.severity == diagnostics::Severity::error;
    json += json.size() > 1 ? "," : "";
    json += is_error ? R"({"severity":"error","text":)" : R"({"severity":"warning","text":)";
    text::append_json_string(json, show_diagnostic(problem, diagnostics::Colour::no));
    json += "}";
  }
  return json + "]";
}

std::string with_reload_script(std::string html, std::uint64_t version) {
  // The last end tag: an earlier one may stand in a script or a comment.
  constexpr std::string_view kBodyEnd = "</body";
  std::size_t place = html.rfind("</");
  while (place != std::string::npos &&
         text::ascii_lower(html.substr(place, kBodyEnd.size())) != kBodyEnd) {
    place = place == 0 ? std::string::npos : html.rfind("</", place - 1);
  }
  const std::string script = "<script src=\"" + std::string(kPreviewFolder) +
                             "reload.js\" data-version=\"" + std::to_string(version) +
                             "\" defer></script>";
  html.insert(std::min(place, html.size()), script);
  return html;
}

}  // namespace serve
