#pragma once

#include <string_view>

namespace text {

/// A file whose bytes are part of the program. Both views live as long as the program.
struct EmbeddedFile {
  std::string_view path;  ///< relative to its folder, with '/'
  std::string_view bytes;
};

}  // namespace text
