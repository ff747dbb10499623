#pragma once

#include "jinja/builtin.hpp"

namespace jinja {

/// A filter of the language. It may rely on `signature` having been checked.
struct BuiltinFilter {
  std::string_view name;
  ValueOrReason (*apply)(const values::Value& input, const Arguments& arguments,
                         const CallSite& site);
  Signature signature;
  bool takes_undefined = false;  ///< as `default` does
};

/// The filter of that name, or null.
[[nodiscard]] const BuiltinFilter* find_builtin_filter(std::string_view name);

/// All names, for suggestions.
[[nodiscard]] std::vector<std::string_view> builtin_filter_names();

/// Applies the filter called `name`, ours or the host's, for filters that take filters (`map`).
[[nodiscard]] ValueOrReason apply_filter(std::string_view name, const values::Value& input,
                                         const Arguments& arguments, const CallSite& site);

}  // namespace jinja
