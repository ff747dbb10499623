#include "catalog/category_names.hpp"
#include "citation/citation_keys.hpp"
#include "citation/citation_list.hpp"
#include "commands/digest_reading.hpp"
#include "commands/report.hpp"
#include "commands/run.hpp"
#include "diagnostics/diagnostic_list.hpp"
#include "digest/read_digest_file.hpp"
#include "digest/record_json.hpp"
#include "digest/record_print.hpp"
#include "files/site_folder.hpp"
#include "parallel/for_each_index.hpp"
#include "pipeline/enrich_digests.hpp"

#include <iostream>
#include <optional>
#include <unordered_set>
#include <utility>

namespace commands {

namespace {

using Parsed = diagnostics::Reported<std::vector<digest::ParsedDigest>>;

std::vector<Parsed> parse_all(const std::vector<files::Source>& sources,
                              const digest::DigestOptions& options) {
  std::vector<Parsed> parsed(sources.size());
  parallel::for_each_index(sources.size(), 0, [&](std::size_t i) {
    auto file = digest::read_digest_file(sources[i], options);
    parsed[i] = {.value = std::move(file.value.digests),
                 .diagnostics = std::move(file.diagnostics)};
  });
  return parsed;
}

/// How records are cited, or nothing if `format` is none for that.
std::optional<citation::Notation> notation_of(const std::string& format) {
  if (format == "bibtex") {
    return citation::Notation::bibtex;
  }
  if (format == "ris") {
    return citation::Notation::ris;
  }
  return format == "csl-json" ? std::optional(citation::Notation::csl_json) : std::nullopt;
}

/// The citations of all records, each paper once: where it is met first. There is no site here, so
/// a tag is taken for the arXiv category that it has by the built-in table.
std::string cited(const std::vector<digest::Digest>& digests, citation::Notation notation) {
  std::vector<citation::KeySource> sources;
  std::unordered_set<std::string> met;
  for (const digest::Digest& digest : digests) {
    for (const digest::Paper& paper : digest.papers) {
      if (met.insert(paper.id).second) {
        sources.push_back({.paper = &paper, .listed = digest.date});
      }
    }
  }
  const std::vector<std::string> keys = citation::citation_keys(sources);
  const catalog::CategoryNames names({}, {});
  citation::CitationList list(notation);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const std::string primary_class = names.arxiv_of(sources[i].paper->category);
    list.add(citation::make_citation(
        *sources[i].paper,
        {.listed = sources[i].listed, .key = keys[i], .primary_class = primary_class}));
  }
  return std::move(list).text();
}

std::string printed(const digest::Digest& digest, const std::string& format) {
  if (format == "csv") {
    return digest::digest_to_csv(digest);
  }
  return format == "yaml" ? digest::digest_to_yaml(digest) : digest::digest_to_json_lines(digest);
}

}  // namespace

int run_extract(const ExtractCommand& command) {
  DigestReading reading = digest_reading(command.source, command.formats);
  diagnostics::Reported<std::vector<files::Source>> sources = files::read_digests(command.paths);
  std::vector<diagnostics::Diagnostic> said = reading.diagnostics;
  diagnostics::append(said, std::move(sources.diagnostics));
  if (command.format == "csv") {
    std::cout << digest::csv_header();
  }
  std::vector<digest::Digest> digests;
  for (Parsed& file : parse_all(sources.value, reading.options())) {
    for (digest::ParsedDigest& parsed : file.value) {
      digests.push_back(std::move(parsed.digest));
    }
    diagnostics::append(said, std::move(file.diagnostics));
  }
  pipeline::KnownFiles none_kept;
  enrich::FillReport filled =
      pipeline::enrich_digests(digests, command.source, reading.enrich, none_kept);
  diagnostics::append(said, std::move(filled.diagnostics));
  if (const std::optional<citation::Notation> notation = notation_of(command.format)) {
    std::cout << cited(digests, *notation);
  } else {
    for (const digest::Digest& one : digests) {
      std::cout << printed(one, command.format);
    }
  }
  std::cout.flush();
  print_diagnostics(said, Format::text);
  return exit_status_of(said, command.strict ? Strict::yes : Strict::no);
}

}  // namespace commands
