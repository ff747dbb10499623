#include "pipeline/load_site.hpp"

#include "config/site_config.hpp"
#include "diagnostics/diagnostic_list.hpp"
#include "digest/read_digest_file.hpp"
#include "files/site_folder.hpp"
#include "parallel/for_each_index.hpp"
#include "pipeline/own_formats.hpp"

#include <span>
#include <utility>

namespace pipeline {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Reported;

Reported<std::vector<digest::Digest>> parse_digests(const std::vector<files::Source>& sources,
                                                    const config::SiteConfig& config,
                                                    std::span<const digest::Format> formats,
                                                    unsigned threads) {
  const digest::DigestOptions options{.dates = config.dates,
                                      .format = {},
                                      .formats = formats,
                                      .limits = {},
                                      .encoding = config.encoding};
  std::vector<Reported<std::vector<digest::ParsedDigest>>> files(sources.size());
  // Each digest is read alone, so this scales with the number of files.
  parallel::for_each_index(sources.size(), threads, [&](std::size_t i) {
    Reported<digest::DigestFile> file = digest::read_digest_file(sources[i], options);
    files[i] = {.value = std::move(file.value.digests), .diagnostics = std::move(file.diagnostics)};
  });
  Reported<std::vector<digest::Digest>> digests;
  for (Reported<std::vector<digest::ParsedDigest>>& file : files) {
    for (digest::ParsedDigest& parsed : file.value) {
      digests.value.push_back(std::move(parsed.digest));
    }
    diagnostics::append(digests.diagnostics, std::move(file.diagnostics));
  }
  return digests;
}

/// A wrong address on the command line is reported as one in site.yaml would be.
Reported<std::string> checked_base_url(const std::string& url) {
  return config::check_base_url(url, {.path = "--base-url"});
}

}  // namespace

LoadedSite load_site(const LoadOptions& options) {
  StageClock clock;
  const diagnostics::Expected<files::Source> config_source = files::read_site_config(options.root);
  if (!config_source) {
    return {.site = nullptr, .diagnostics = {config_source.error()}, .times = {}};
  }
  Reported<config::SiteConfig> config = config::parse_site_config(**config_source);
  std::vector<Diagnostic> said = std::move(config.diagnostics);
  if (options.base_url) {
    Reported<std::string> url = checked_base_url(*options.base_url);
    config.value.base_url = std::move(url.value);
    diagnostics::append(said, std::move(url.diagnostics));
  }
  Reported<files::SiteFolder> folder = files::read_site_folder(options.root, config.value.theme);
  diagnostics::append(said, std::move(folder.diagnostics));
  clock.end_of("read");

  // Beyond this point no file of the site is read.
  Reported<std::vector<digest::Format>> formats = own_formats(folder.value.formats);
  diagnostics::append(said, std::move(formats.diagnostics));
  Reported<std::vector<digest::Digest>> digests =
      parse_digests(folder.value.digests, config.value, formats.value, options.threads);
  diagnostics::append(said, std::move(digests.diagnostics));
  clock.end_of("parse");

  KnownFiles none_kept;
  enrich::FillReport filled =
      enrich_digests(digests.value, options.root, config.value.enrich,
                     options.known_files == nullptr ? none_kept : *options.known_files);
  diagnostics::append(said, std::move(filled.diagnostics));
  if (!config.value.enrich.empty()) {
    clock.end_of("enrich");
  }

  // Beyond this point no record is added.
  LoadedSite loaded = assemble_site({.config = std::move(config.value),
                                     .folder = std::move(folder.value),
                                     .digests = std::move(digests.value)},
                                    options.threads);
  loaded.filled = std::move(filled.counts);
  diagnostics::append(loaded.diagnostics, std::move(said));
  diagnostics::sort_and_deduplicate(loaded.diagnostics);
  loaded.times.insert(loaded.times.begin(), clock.times().begin(), clock.times().end());
  return loaded;
}

}  // namespace pipeline
