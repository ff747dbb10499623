#include "publish/build_manifest.hpp"

#include "text/whitespace.hpp"

#include <array>
#include <charconv>

namespace publish {

namespace {

constexpr std::string_view kFirstLine =
    "# What sitegen wrote here: the hash and the path of each file.\n";
constexpr std::size_t kHashDigits = 16;

}  // namespace

std::string manifest_to_text(const BuildManifest& manifest) {
  std::string text(kFirstLine);
  for (const auto& [path, hash] : manifest.files) {
    std::array<char, kHashDigits> digits{};
    const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), hash, 16).ptr;
    const auto size = static_cast<std::size_t>(end - digits.data());
    text.append(kHashDigits - size, '0').append(digits.data(), size);
    text.append(" ").append(path).append("\n");
  }
  return text;
}

BuildManifest manifest_from_text(std::string_view text) {
  BuildManifest manifest;
  for (const std::string_view line : text::split(text, "\n")) {
    std::uint64_t hash = 0;
    const char* digits_end = line.data() + kHashDigits;
    if (line.size() < kHashDigits + 2 || line[kHashDigits] != ' ' ||
        std::from_chars(line.data(), digits_end, hash, 16).ptr != digits_end) {
      continue;
    }
    manifest.files.emplace(line.substr(kHashDigits + 1), hash);
  }
  return manifest;
}

}  // namespace publish
