#pragma once

#include <unicode/utypes.h>

#include <stdexcept>
#include <string>

// For this folder only.
namespace text {

/// ICU fails only when its data is missing, which no input can cause: our own bug, or a broken
/// installation.
inline void require(UErrorCode status) {
  if (U_FAILURE(status) != 0) {
    throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
  }
}

}  // namespace text
