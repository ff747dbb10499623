#pragma once

#include "diagnostics/diagnostic.hpp"

#include <tl/expected.hpp>

#include <utility>

namespace diagnostics {

/// A value, or the one Diagnostic that says why there is none.
template <typename Value>
using Expected = tl::expected<Value, Diagnostic>;

/// `return failure({...});` from a function that returns an Expected.
[[nodiscard]] inline tl::unexpected<Diagnostic> failure(Diagnostic diagnostic) {
  return tl::unexpected<Diagnostic>(std::move(diagnostic));
}

}  // namespace diagnostics
