#pragma once

#include <cstdint>
#include <string>

namespace jinja {

/// The first thing in a template that is not in the language.
struct SyntaxError {
  std::uint32_t offset = 0;  ///< in the source, in bytes
  std::string message;
  std::string remedy;
};

}  // namespace jinja
