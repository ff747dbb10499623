#pragma once

#include "jinja/builtin.hpp"

#include <cstdint>
#include <string>
#include <string_view>

/// How filters and methods read their arguments and make their results.
namespace jinja {

/// The argument as it prints, or `fallback` if it is not given or none.
[[nodiscard]] std::string text_argument(const Arguments& arguments, std::size_t position,
                                        std::string_view name, std::string_view fallback);

/// The argument as an integer, or `fallback` if it is not given or none.
[[nodiscard]] diagnostics::OrReason<std::int64_t> integer_argument(const Arguments& arguments,
                                                                   std::size_t position,
                                                                   std::string_view name,
                                                                   std::int64_t fallback);

/// Whether the argument is true; `fallback` if it is not given.
[[nodiscard]] bool flag_argument(const Arguments& arguments, std::size_t position,
                                 std::string_view name, bool fallback);

/// The argument, or none.
[[nodiscard]] values::Value value_argument(const Arguments& arguments, std::size_t position,
                                           std::string_view name);

/// `text`, as trusted as `original` is: what filters make of markup is markup.
[[nodiscard]] values::Value like(const values::Value& original, std::string text);

/// `value` as it prints, escaped unless it is trusted.
[[nodiscard]] std::string escaped(const values::Value& value);

}  // namespace jinja
