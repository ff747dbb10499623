#pragma once

#include "diagnostics/expected.hpp"
#include "jinja/arguments.hpp"
#include "jinja/environment.hpp"
#include "values/value.hpp"

#include <span>
#include <string>
#include <string_view>

namespace jinja {

/// A built-in filter: what stands before the `|`, and the arguments. The reason it gives for a
/// failure becomes a diagnostic at the place of the call.
struct Filter {
  std::string_view name;
  diagnostics::OrReason<values::Value> (*apply)(const values::Value& input,
                                                const Arguments& arguments);
};

/// `x is NAME(arguments)`.
struct TestPredicate {
  std::string_view name;
  bool (*holds)(const values::Value& value, const Arguments& arguments);
};

[[nodiscard]] std::span<const Filter> builtin_filters();
[[nodiscard]] std::span<const TestPredicate> builtin_tests();

}  // namespace jinja
