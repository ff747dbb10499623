#pragma once

#include "config/site_config.hpp"
#include "diagnostics/diagnostic.hpp"
#include "digest/parse_digest.hpp"

#include <map>
#include <string>
#include <vector>

namespace commands {

/// What `extract` and `explain` read digests with.
struct DigestReading {
  std::vector<digest::Format> formats;
  std::map<std::string, text::CalendarDate> dates;
  config::EncodingConfig encoding;
  std::vector<config::EnrichPattern> enrich;
  std::vector<diagnostics::Diagnostic> diagnostics;  ///< about the format files

  /// The reading outlives what it gives.
  [[nodiscard]] digest::DigestOptions options() const;
};

/// The formats below `formats`, or of the site in `source` if that is empty, with the built-in
/// ones; and the dates, encodings and files to enrich from that the site's site.yaml gives, if
/// there is one.
[[nodiscard]] DigestReading digest_reading(const std::string& source, const std::string& formats);

}  // namespace commands
