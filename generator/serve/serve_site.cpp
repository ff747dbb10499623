#include "serve/serve_site.hpp"

#include "files/watch_folder.hpp"
#include "serve/listen.hpp"
#include "serve/live_reload.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace serve {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Severity;

/// A number higher than every event of an earlier run: each run begins at the time it began.
std::uint64_t first_event_id() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::microseconds>(now).count());
}

std::vector<Diagnostic> warnings_for(const OwnAddress& address) {
  if (is_loopback(address.host)) {
    return {};
  }
  return {{.severity = Severity::warning,
           .code = "serve/open-to-network",
           .message = "every machine that reaches " + address.host + " can read this preview",
           .remedy = "leave --host out to keep it on this machine"}};
}

std::vector<Diagnostic> errors_of(const std::vector<Diagnostic>& diagnostics) {
  std::vector<Diagnostic> errors;
  std::ranges::copy_if(diagnostics, std::back_inserter(errors), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::error;
  });
  return errors;
}

/// The site that is shown, and who is told when it changes.
class Stage {
 public:
  void show(const LoadedPreview& loaded) {
    const std::vector<Diagnostic> errors = errors_of(loaded.diagnostics);
    const std::shared_ptr<const Preview> before = site_.current();
    if (loaded.site == nullptr && before->site != nullptr) {
      site_.show({.site = before->site, .problems = errors, .version = before->version});
      reload_.broadcast_problems(errors);
      return;
    }
    // The new site is in place before anybody is sent to it, under the number of that event.
    site_.show({.site = loaded.site, .problems = errors, .version = reload_.next_id()});
    reload_.broadcast_reload();
    if (loaded.site != nullptr && !errors.empty()) {
      reload_.broadcast_problems(errors);
    }
  }

  [[nodiscard]] const LiveSite& site() const { return site_; }

  [[nodiscard]] LiveReload& reload() { return reload_; }

 private:
  LiveSite site_;
  LiveReload reload_{first_event_id()};
};

void load_and_show(Stage& stage, const std::function<LoadedPreview()>& load,
                   const ServeEvents& events) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point start = Clock::now();
  const LoadedPreview loaded = load();
  stage.show(loaded);
  if (events.on_loaded) {
    events.on_loaded(loaded,
                     std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start));
  }
}

}  // namespace

diagnostics::Expected<void> serve_site(const ServeOptions& options,
                                       const std::function<LoadedPreview()>& load,
                                       const ServeEvents& events, const std::stop_token& stop) {
  Stage stage;
  diagnostics::Expected<Listener> listener = Listener::bind(options.address);
  if (!listener) {
    return diagnostics::failure(listener.error());
  }
  // Before the sources are read: a change meanwhile is not missed.
  files::FolderWatcher watcher(options.watched, {.ignored = options.ignored});
  load_and_show(stage, load, events);
  listener->start(stage.site(), stage.reload());
  if (events.on_listening) {
    events.on_listening(origin_of(listener->address()), warnings_for(options.address));
  }
  while (!stop.stop_requested()) {
    if (watcher.wait_for_change(std::chrono::hours(1), stop)) {
      load_and_show(stage, load, events);
    }
  }
  listener->stop();
  return {};
}

}  // namespace serve
