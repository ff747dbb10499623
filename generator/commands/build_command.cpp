#include "commands/build_summary.hpp"
#include "commands/progress_line.hpp"
#include "commands/report.hpp"
#include "commands/run.hpp"
#include "diagnostics/diagnostic_list.hpp"
#include "pipeline/load_site.hpp"
#include "publish/write_site.hpp"

#include <iostream>
#include <utility>

namespace commands {

namespace {

diagnostics::Reported<publish::WriteCounts> write(const site::Site& site,
                                                  const BuildCommand& command,
                                                  const std::string& output) {
  ProgressLine progress;
  publish::WriteOptions options{
      .output = output,
      .threads = command.jobs,
      .foreign = command.clean ? publish::ForeignFiles::remove : publish::ForeignFiles::keep};
  if (!command.quiet) {
    options.progress = [&progress](std::size_t done, std::size_t all) { progress.show(done, all); };
  }
  return publish::write_site(site, options);
}

void say_nothing_published(const BuildCommand& command, const std::string& complaints) {
  if (!command.json) {
    std::cerr << complaints << "; nothing was published, and what was there is as it was\n";
  }
}

}  // namespace

int run_build(const BuildCommand& command) {
  const Format format = command.json ? Format::json : Format::text;
  const Strict strict = command.strict ? Strict::yes : Strict::no;
  pipeline::LoadedSite loaded = pipeline::load_site(
      {.root = command.source, .base_url = command.base_url, .threads = command.jobs});
  const std::string output = command.output.empty() ? command.source + "/public" : command.output;

  publish::WriteCounts counts;
  bool published = false;
  if (loaded.site != nullptr && !has_errors(loaded.diagnostics, strict)) {
    pipeline::StageClock clock;
    diagnostics::Reported<publish::WriteCounts> result = write(*loaded.site, command, output);
    clock.end_of("render and write");
    counts = result.value;
    published = result.diagnostics.empty();
    loaded.times.push_back(clock.times().front());
    diagnostics::append(loaded.diagnostics, std::move(result.diagnostics));
  }

  print_diagnostics(loaded.diagnostics, format);
  const std::string complaints = count_in_words(loaded.diagnostics);
  if (!published) {
    say_nothing_published(command, complaints);
    return exit_status_of(loaded.diagnostics, strict);
  }
  const BuildSummary summary{.site = *loaded.site,
                             .counts = counts,
                             .times = loaded.times,
                             .output = output,
                             .complaints = complaints};
  if (command.json) {
    std::cout << summary_json(summary);
  } else if (!command.quiet) {
    std::cout << summary_text(summary);
  }
  return exit_status_of(loaded.diagnostics, strict);
}

}  // namespace commands
