#pragma once

#include "diagnostics/diagnostic.hpp"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace serve {

/// Where browsers find what the preview adds to a site; no route of a site begins so.
inline constexpr std::string_view kPreviewFolder = "/__sitegen/";

/// Open browser tabs that may wait for events at once. Each holds a connection and a thread.
inline constexpr std::size_t kMaxListeners = 64;

/// What browsers are told: `reload`, or `problems` with the diagnostics as JSON.
struct ReloadEvent {
  std::uint64_t id = 0;
  std::string name;
  std::string data;
};

/// Tells open browsers what happened. It remembers the last event of each name only: who comes
/// late, or was away, needs to know what holds now and not what held in between. Safe from any
/// thread.
class LiveReload {
 public:
  /// Events are numbered from `first_id`, which is announced as a `reload`. It must be higher than
  /// any number of an earlier run, so that pages that are still open from then load again.
  explicit LiveReload(std::uint64_t first_id);

  /// The number of the event that is broadcast next.
  [[nodiscard]] std::uint64_t next_id() const;

  /// Announces a new site, which ends all problems.
  void broadcast_reload();

  /// Announces that the sources have problems; the site stays.
  void broadcast_problems(std::span<const diagnostics::Diagnostic> problems);

  /// The events after `last_id`, oldest first; waits up to `timeout` for one. Empty when none came
  /// or the hub is closed.
  [[nodiscard]] std::vector<ReloadEvent> wait(std::uint64_t last_id,
                                              std::chrono::milliseconds timeout) const;

  /// Takes one of kMaxListeners places; false if there is none left.
  [[nodiscard]] bool join();

  /// Gives the place back.
  void leave();

  /// Wakes everybody who waits; from now on no one waits.
  void close();
  [[nodiscard]] bool closed() const;

 private:
  void broadcast(std::string name, std::string data);
  [[nodiscard]] std::vector<ReloadEvent> events_after(std::uint64_t last_id) const;

  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::uint64_t next_id_;
  std::map<std::string, ReloadEvent, std::less<>> last_events_;  ///< by name
  std::size_t listeners_ = 0;
  bool closed_ = false;
};

/// An event as it is sent (HTML standard, 9.2.5 "server-sent events").
[[nodiscard]] std::string to_event_stream(const ReloadEvent& event);

/// A JSON list of `{"severity":…, "text":…}`; the text as a terminal would show it.
[[nodiscard]] std::string problems_to_json(std::span<const diagnostics::Diagnostic> problems);

/// `html` with the script that waits for events after `version`, at the end of its body.
[[nodiscard]] std::string with_reload_script(std::string html, std::uint64_t version);

}  // namespace serve
