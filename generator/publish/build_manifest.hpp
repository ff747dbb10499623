#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace publish {

/// The file in the output folder that lists what sitegen wrote there.
inline constexpr std::string_view kManifestName = ".sitegen-manifest";

/// What was written: a content hash for each file (of cards, one of what they are drawn from). It
/// tells our files from others', and which of them are still right.
struct BuildManifest {
  std::map<std::string, std::uint64_t> files;  ///< by path relative to the output folder
};

/// One line a file, sorted: `HASH PATH`.
[[nodiscard]] std::string manifest_to_text(const BuildManifest& manifest);

/// Reads what manifest_to_text wrote; lines of any other form are left out.
[[nodiscard]] BuildManifest manifest_from_text(std::string_view text);

}  // namespace publish
