#pragma once

#include "values/value.hpp"

#include <string>

namespace jinja {

/// `value` as JSON that may stand in a `<script>` block or a quoted attribute: `<`, `>`, `&` and
/// `'` are escaped, so that no text in it can end either.
[[nodiscard]] std::string script_safe_json(const values::Value& value);

}  // namespace jinja
