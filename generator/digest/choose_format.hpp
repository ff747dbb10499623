#pragma once

#include "diagnostics/diagnostic.hpp"
#include "digest/digest_settings.hpp"
#include "digest/format.hpp"
#include "digest/parse_digest.hpp"
#include "text/source_text.hpp"

#include <span>
#include <string>
#include <string_view>

namespace digest {

/// The format to read a file with, and why.
struct ChosenFormat {
  const Format* format = nullptr;  ///< one of the options; null if none is to be used
  std::string reason;              ///< a phrase
};

/// The format that the front matter or the options name, else the one that is recognised by the
/// `lines` of the source, which are trimmed. Reports a name that no format has, and why no format
/// was chosen.
[[nodiscard]] diagnostics::Reported<ChosenFormat> choose_format(
    const text::SourceText& source, std::span<const std::string_view> lines,
    const DigestSettings& settings, const DigestOptions& options);

}  // namespace digest
