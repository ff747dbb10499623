#include "commands/digest_reading.hpp"
#include "commands/report.hpp"
#include "commands/run.hpp"
#include "digest/explain.hpp"
#include "digest/read_digest_file.hpp"
#include "files/site_folder.hpp"

#include <iostream>
#include <utility>

namespace commands {

int run_explain(const ExplainCommand& command) {
  const DigestReading reading = digest_reading(command.source, command.formats);
  const diagnostics::Reported<std::vector<files::Source>> sources =
      files::read_digests({command.path});
  const auto colour = stdout_is_terminal() ? diagnostics::Colour::yes : diagnostics::Colour::no;
  std::vector<diagnostics::Diagnostic> said = reading.diagnostics;
  said.insert(said.end(), sources.diagnostics.begin(), sources.diagnostics.end());
  for (const files::Source& source : sources.value) {
    auto parsed = digest::read_digest_file(source, reading.options());
    for (const digest::ParsedDigest& one : parsed.value.digests) {
      std::cout << (command.json ? digest::explain_as_json(*parsed.value.text, one)
                                 : digest::explain_as_text(*parsed.value.text, one, colour));
    }
    said.insert(said.end(), parsed.diagnostics.begin(), parsed.diagnostics.end());
  }
  std::cout.flush();
  print_diagnostics(said, Format::text);
  return exit_status_of(said, Strict::no);
}

}  // namespace commands
