#pragma once

#include <string>

namespace render {

/// Rendered bytes, exactly as they are published.
struct Page {
  std::string bytes;
  std::string media_type;
};

}  // namespace render
