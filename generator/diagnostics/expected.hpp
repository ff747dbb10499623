#pragma once

#include "diagnostics/diagnostic.hpp"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace diagnostics {

/// A value, or the one Diagnostic that says why there is none.
template <typename Value>
using Expected = tl::expected<Value, Diagnostic>;

/// `return failure({...});` from a function that returns an Expected.
[[nodiscard]] inline tl::unexpected<Diagnostic> failure(Diagnostic diagnostic) {
  return tl::unexpected<Diagnostic>(std::move(diagnostic));
}

/// A value, or a sentence without a full stop that says why there is none; whoever knows the place
/// makes a Diagnostic of it.
template <typename Value>
using OrReason = tl::expected<Value, std::string>;

/// `return because("...");` from a function that returns an OrReason.
[[nodiscard]] inline tl::unexpected<std::string> because(std::string reason) {
  return tl::unexpected<std::string>(std::move(reason));
}

}  // namespace diagnostics
