#pragma once

#include "diagnostics/expected.hpp"
#include "values/value.hpp"

#include <compare>
#include <string>
#include <string_view>

/// What operators do with values: Python's rules, as Jinja2 has them. Undefined is taken as it is
/// (false, empty, equal to itself); whether it may be used at all is the engine's business.
namespace values {

/// Texts and lists that an operator makes are at most this long, in bytes and items.
inline constexpr std::size_t kMaxMadeSize = 16'000'000;

/// False, none, undefined, zero, and whatever is empty are false.
[[nodiscard]] bool is_true(const Value& value);

/// Whether `value` is an integer, a real or a boolean, which counts as 0 or 1.
[[nodiscard]] bool is_number(const Value& value);

/// `value` as an integer, if it is one or a boolean.
[[nodiscard]] bool is_whole(const Value& value);
[[nodiscard]] std::int64_t whole(const Value& value);
/// A number as a real.
[[nodiscard]] double real(const Value& value);

/// `a paper`, `an author`; `none` stays as it is.
[[nodiscard]] std::string with_article(std::string_view name);

/// How messages call what `value` is: `a text`, `none`, `a list`, `a paper`.
[[nodiscard]] std::string describe_kind(const Value& value);

/// Appends `value` as `{{ }}` prints it, without escaping: `True`, `None`, `1.0`, `[1, 'a']`.
void append_printed(std::string& out, const Value& value);
[[nodiscard]] std::string printed(const Value& value);

/// Appends `value` as it stands inside a printed list: texts in quotes.
void append_quoted(std::string& out, const Value& value);

[[nodiscard]] bool equal(const Value& left, const Value& right);

/// Numbers with numbers, texts with texts, lists with lists; anything else has no order.
[[nodiscard]] diagnostics::OrReason<std::weak_ordering> compare(const Value& left,
                                                                const Value& right);

/// Whether `item` is in a list, is a key of a map, or a part of a text.
[[nodiscard]] diagnostics::OrReason<bool> contains(const Value& container, const Value& item);

enum class Arithmetic { add, subtract, multiply, divide, floor_divide, modulo, power };

/// Integers stay integers while they fit into 64 bits; beyond that the result is a real. A text
/// joined with trusted markup is escaped first, and the result is trusted.
[[nodiscard]] diagnostics::OrReason<Value> calculate(Arithmetic operation, const Value& left,
                                                     const Value& right);

[[nodiscard]] diagnostics::OrReason<Value> negate(const Value& value);

/// Appends `number` as Python prints it: the shortest digits that read back equal.
void append_real(std::string& out, double number);

}  // namespace values
