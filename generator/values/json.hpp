#pragma once

#include "diagnostics/expected.hpp"
#include "text/source_text.hpp"
#include "values/value.hpp"

namespace values {

/// The JSON document in `source` as a value: objects keep the order of their members. Fails with
/// "values/bad-json". JSON nests at most 1,024 levels deep.
[[nodiscard]] diagnostics::Expected<Value> parse_json(const text::SourceText& source);

}  // namespace values
