#pragma once

#include "digest/format.hpp"
#include "text/source_text.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace digest {

/// The format of a file, and why.
struct RecognisedFormat {
  const Format* format = nullptr;  ///< one of those given; null if none fits
  std::string reason;              ///< a phrase; what was missing where none fits
};

/// The first of `formats` whose conditions the lines from `first_line` on meet.
[[nodiscard]] RecognisedFormat recognise_format(const text::SourceText& source,
                                                std::size_t first_line,
                                                std::span<const Format> formats);

}  // namespace digest
