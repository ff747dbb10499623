#pragma once

#include <cstdio>
#include <cstdlib>

namespace fuzz {

/// Ends the program, so that the fuzzer sees it, if a promise is broken. `what` is the promise.
inline void promise(bool kept, const char* what) {
  if (!kept) {
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
  }
}

}  // namespace fuzz
