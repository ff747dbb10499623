#include "commands/exit_status.hpp"
#include "commands/preview_site.hpp"
#include "commands/report.hpp"
#include "commands/run.hpp"
#include "pipeline/load_site.hpp"
#include "serve/serve_site.hpp"
#include "serve/stop_on_signal.hpp"

#include <array>
#include <csignal>
#include <iostream>
#include <memory>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace commands {

namespace {

/// Hands `url` to the desktop, in a thread of its own: nobody waits for a browser to end. A machine
/// without a desktop has nothing to open, which is no error.
void open_browser(const std::string& url) {
  std::thread([url] {
    std::string program = "xdg-open";
    std::string argument = url;
    const std::array<char*, 3> arguments = {program.data(), argument.data(), nullptr};
    // The preview blocks the signals that end it; the browser must not inherit that.
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setsigmask(&attributes, &none);
    pid_t child = 0;
    if (posix_spawnp(&child, program.c_str(), nullptr, &attributes, arguments.data(), environ) ==
        0) {
      waitpid(child, nullptr, 0);
    }
    posix_spawnattr_destroy(&attributes);
  }).detach();
}

serve::LoadedPreview load_preview(const std::string& root, pipeline::KnownFiles& known_files) {
  pipeline::LoadedSite loaded = pipeline::load_site(
      {.root = root, .base_url = {}, .threads = 0, .known_files = &known_files});
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
  const serve::StopOnSignal on_signal;
  const serve::ServeOptions options{
      .address = {.host = command.host, .port = command.port},
      .watched = {command.source + "/site.yaml", command.source + "/content",
                  command.source + "/authors.yaml", command.source + "/institutions.yaml",
                  command.source + "/formats", command.source + "/templates",
                  command.source + "/themes"},
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
  pipeline::KnownFiles known_files;
  const diagnostics::Expected<void> served = serve::serve_site(
      options, [&] { return load_preview(command.source, known_files); }, events,
      on_signal.token());
  if (!served) {
    print_diagnostics({served.error()}, Format::text);
    return kUsage;
  }
  return kClean;
}

}  // namespace commands
