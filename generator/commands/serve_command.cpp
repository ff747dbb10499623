#include "commands/exit_status.hpp"
#include "commands/preview_site.hpp"
#include "commands/report.hpp"
#include "commands/run.hpp"
#include "pipeline/load_site.hpp"
#include "serve/serve_site.hpp"

#include <csignal>
#include <iostream>
#include <memory>
#include <pthread.h>
#include <spawn.h>
#include <stop_token>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace commands {

namespace {

/// Ctrl-C and a polite kill, as a stop token. Threads that are started later ignore both signals,
/// so one thread alone waits for them.
class StopSignals {
 public:
  StopSignals() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    waiter_ = std::jthread([this](const std::stop_token& ended) {
      const timespec pause{.tv_sec = 0, .tv_nsec = 100'000'000};
      while (!ended.stop_requested()) {
        if (sigtimedwait(&signals_, nullptr, &pause) > 0) {
          source_.request_stop();
          return;
        }
      }
    });
  }

  [[nodiscard]] std::stop_token token() const { return source_.get_token(); }

 private:
  sigset_t signals_{};
  std::stop_source source_;
  std::jthread waiter_;
};

/// Hands `url` to the desktop. A machine without one has nothing to open, which is no error.
void open_browser(const std::string& url) {
  std::string program = "xdg-open";
  std::string argument = url;
  char* const arguments[] = {program.data(), argument.data(), nullptr};
  pid_t child = 0;
  if (posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments, environ) == 0) {
    waitpid(child, nullptr, 0);
  }
}

serve::LoadedPreview load_preview(const std::string& root) {
  pipeline::LoadedSite loaded = pipeline::load_site({.root = root});
  // A site with errors is not shown: the last good one stays, and the errors beside it.
  const bool good = loaded.site != nullptr && !has_errors(loaded.diagnostics, Strict::no);
  return {.site = good ? preview_of(loaded.site) : nullptr,
          .diagnostics = std::move(loaded.diagnostics)};
}

void say_loaded(const serve::LoadedPreview& loaded, std::chrono::milliseconds took) {
  print_diagnostics(loaded.diagnostics, Format::text);
  const std::string complaints = count_in_words(loaded.diagnostics);
  std::cerr << (loaded.site == nullptr ? "not shown: " : "loaded in ")
            << (loaded.site == nullptr ? complaints : std::to_string(took.count()) + " ms")
            << (loaded.site != nullptr && !complaints.empty() ? ", " + complaints : "") << "\n";
}

}  // namespace

int run_serve(const ServeCommand& command) {
  const StopSignals signals;
  const serve::ServeOptions options{
      .address = {.host = command.host, .port = command.port},
      .watched = {command.source + "/site.yaml", command.source + "/content",
                  command.source + "/templates", command.source + "/themes"},
      .ignored = {command.source + "/public"}};
  const serve::ServeEvents events{
      .on_listening =
          [&](const std::string& url, const std::vector<diagnostics::Diagnostic>& warnings) {
            print_diagnostics(warnings, Format::text);
            std::cerr << "Preview at " << url << "/ (Ctrl-C ends it)\n";
            if (command.open) {
              open_browser(url + "/");
            }
          },
      .on_loaded = say_loaded};
  const diagnostics::Expected<void> served = serve::serve_site(
      options, [&] { return load_preview(command.source); }, events, signals.token());
  if (!served) {
    print_diagnostics({served.error()}, Format::text);
    return kUsage;
  }
  return kClean;
}

}  // namespace commands
