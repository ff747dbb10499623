#pragma once

#include "pipeline/stage_clock.hpp"
#include "publish/write_site.hpp"
#include "site/site.hpp"

#include <string>
#include <vector>

namespace commands {

/// What a build did.
struct BuildSummary {
  const site::Site& site;
  publish::WriteCounts counts;
  std::vector<pipeline::StageTime> times;
  std::string output;
  std::string complaints;  ///< `1 warning`, or empty
};

/// For people: a few lines, with a line break at the end.
[[nodiscard]] std::string summary_text(const BuildSummary& summary);

/// For programs: one JSON object, with a line break at the end.
[[nodiscard]] std::string summary_json(const BuildSummary& summary);

}  // namespace commands
