#pragma once

#include "values/value.hpp"

#include <compare>
#include <optional>
#include <string>

namespace values {

/// Whether an `if` takes the branch: Jinja2's truth. Nothing, zero and empty things are false.
[[nodiscard]] bool is_true(const Value& value);

/// Deep equality; integers and reals compare by value, kinds that differ are unequal.
[[nodiscard]] bool equal(const Value& a, const Value& b);

/// The order of numbers, texts and lists; nothing if the two cannot be ordered.
[[nodiscard]] std::optional<std::strong_ordering> compare(const Value& a, const Value& b);

/// Whether `item` is in a list, a member of a map, or part of a text.
[[nodiscard]] bool contains(const Value& container, const Value& item);

/// Appends the value as `{{ }}` prints it, not escaped: Jinja2's `True`, `None`, `[1, 'a']`.
void append_printed(std::string& out, const Value& value);
[[nodiscard]] std::string printed(const Value& value);

/// The name of the value's kind for error messages: `a number`.
[[nodiscard]] std::string kind_name(const Value& value);

}  // namespace values
