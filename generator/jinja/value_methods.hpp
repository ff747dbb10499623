#pragma once

#include "jinja/builtin.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// The methods of texts, lists and maps that templates written for Jinja2 call: `text.split(',')`,
/// `map.items()`. What they do is Python's; none of them changes a value.
namespace jinja {

/// Calls method `name` of `object`, which is no object of the engine; nothing if it has none.
[[nodiscard]] std::optional<ValueOrReason> call_value_method(const values::Value& object,
                                                             std::string_view name,
                                                             const Arguments& arguments);

/// The names of the methods of `object`, for suggestions.
[[nodiscard]] std::vector<std::string_view> value_method_names(const values::Value& object);

}  // namespace jinja
