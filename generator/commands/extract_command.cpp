#include "commands/report.hpp"
#include "commands/run.hpp"
#include "diagnostics/diagnostic_list.hpp"
#include "digest/parse_digest.hpp"
#include "digest/record_json.hpp"
#include "files/site_folder.hpp"
#include "parallel/for_each_index.hpp"

#include <iostream>
#include <utility>

namespace commands {

namespace {

using Parsed = diagnostics::Reported<std::vector<digest::ParsedDigest>>;

std::vector<Parsed> parse_all(const std::vector<files::Source>& sources) {
  std::vector<Parsed> parsed(sources.size());
  parallel::for_each_index(sources.size(), 0, [&](std::size_t i) {
    parsed[i] = digest::parse_digest_file(*sources[i], {});
  });
  return parsed;
}

}  // namespace

int run_extract(const ExtractCommand& command) {
  diagnostics::Reported<std::vector<files::Source>> sources = files::read_digests(command.paths);
  std::vector<diagnostics::Diagnostic> said = std::move(sources.diagnostics);
  for (Parsed& file : parse_all(sources.value)) {
    for (const digest::ParsedDigest& parsed : file.value) {
      std::cout << digest::digest_to_json_lines(parsed.digest);
    }
    diagnostics::append(said, std::move(file.diagnostics));
  }
  std::cout.flush();
  print_diagnostics(said, Format::text);
  return exit_status_of(said, command.strict ? Strict::yes : Strict::no);
}

}  // namespace commands
