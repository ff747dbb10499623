#pragma once

#include "jinja/builtin.hpp"

namespace jinja {

/// A test of the language (`is even`). It may rely on `signature` having been checked.
struct BuiltinTest {
  std::string_view name;
  diagnostics::OrReason<bool> (*holds)(const values::Value& input, const Arguments& arguments,
                                       const CallSite& site);
  Signature signature;
  bool takes_undefined = false;  ///< as `defined` does
};

/// The test of that name, or null.
[[nodiscard]] const BuiltinTest* find_builtin_test(std::string_view name);

/// All names, for suggestions.
[[nodiscard]] std::vector<std::string_view> builtin_test_names();

/// Whether the test called `name` holds, for filters that take tests (`select`).
[[nodiscard]] diagnostics::OrReason<bool> apply_test(std::string_view name,
                                                     const values::Value& input,
                                                     const Arguments& arguments,
                                                     const CallSite& site);

}  // namespace jinja
