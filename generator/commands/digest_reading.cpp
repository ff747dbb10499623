#include "commands/digest_reading.hpp"

#include "config/site_config.hpp"
#include "diagnostics/diagnostic_list.hpp"
#include "files/site_folder.hpp"
#include "pipeline/own_formats.hpp"

#include <utility>

namespace commands {

digest::DigestOptions DigestReading::options() const {
  return {.dates = dates, .format = {}, .formats = formats, .limits = {}, .encoding = encoding};
}

DigestReading digest_reading(const std::string& source, const std::string& formats) {
  DigestReading reading;
  auto files = files::read_formats(!formats.empty() ? formats
                                   : source == "."  ? "formats"
                                                    : source + "/formats");
  reading.diagnostics = std::move(files.diagnostics);
  auto parsed = pipeline::own_formats(files.value);
  reading.formats = std::move(parsed.value);
  diagnostics::append(reading.diagnostics, std::move(parsed.diagnostics));
  if (const auto site = files::read_site_config(source)) {
    // What is wrong with site.yaml, `check` says.
    config::SiteConfig config = config::parse_site_config(**site).value;
    reading.dates = std::move(config.dates);
    reading.encoding = std::move(config.encoding);
    reading.enrich = std::move(config.enrich);
  }
  return reading;
}

}  // namespace commands
