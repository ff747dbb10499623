#pragma once

#include "diagnostics/expected.hpp"
#include "values/value.hpp"

namespace values {

/// Python's `pattern % arguments`: `arguments` is one value, a tuple of them, or a map for
/// `%(name)s`. Knows %s %r %d %i %f %e %g %x %o %c %% with flags, width and precision. If `pattern`
/// is trusted markup, arguments are escaped and the result is trusted.
[[nodiscard]] diagnostics::OrReason<Value> fill_pattern(const Value& pattern,
                                                        const Value& arguments);

}  // namespace values
