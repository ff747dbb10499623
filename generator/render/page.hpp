#pragma once

#include <string>

namespace render {

/// What a route shows.
struct Page {
  std::string bytes;
  std::string media_type;
};

}  // namespace render
