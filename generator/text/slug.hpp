#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace text {

/// Slugs are at most this many bytes: file systems allow 255 a name, and nobody reads longer ones.
inline constexpr std::size_t kMaxSlugSize = 80;

/// A readable, stable piece of a URL and file name: letters and digits of any script, Latin ones
/// without marks and in lower case, everything else a single '-'. Chinese stays as it is. Empty
/// when `utf8` has no letter and no digit. Never holds '/', '.', '%' or a control character, so
/// no text can leave the output folder.
[[nodiscard]] std::string slugify(std::string_view utf8);

}  // namespace text
