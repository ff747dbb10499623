#pragma once

#include "digest/format.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace digest {

/// Where no format fits, lines longer than this are not looked at for what does not fit.
inline constexpr std::size_t kMaxProbedLine = std::size_t{1} << 20U;

/// The format of a file, and why.
struct RecognisedFormat {
  const Format* format = nullptr;   ///< one of those given; null if none fits
  const Format* rival = nullptr;    ///< another one of the same priority that fits as well
  const Format* nearest = nullptr;  ///< where none fits: of which most conditions hold
  int strange_line = 0;             ///< where none fits: the first line unknown to the nearest one
  std::string reason;               ///< a phrase; what was missing where none fits
};

/// The format whose conditions the lines from `first_line` on meet, of those with the highest
/// priority. `lines` are all those of the source, trimmed. `formats` are in the order of their
/// priority, highest first.
[[nodiscard]] RecognisedFormat recognise_format(const text::SourceText& source,
                                                std::span<const std::string_view> lines,
                                                std::size_t first_line,
                                                std::span<const Format> formats);

}  // namespace digest
