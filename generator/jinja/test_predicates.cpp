#include "jinja/filters.hpp"
#include "text/unicode.hpp"
#include "values/value_operators.hpp"

#include <array>
#include <compare>

namespace jinja {

namespace {

using values::Kind;
using values::Value;

const Value& argument(const Arguments& arguments) {
  static const Value kNothing;
  return arguments.positional.empty() ? kNothing : arguments.positional.front();
}

/// How `value` compares with the argument; unordered if it cannot.
std::partial_ordering ordered(const Value& value, const Arguments& arguments) {
  const auto order = values::compare(value, argument(arguments));
  return order ? std::partial_ordering(*order) : std::partial_ordering::unordered;
}

constexpr auto kTests = std::to_array<TestPredicate>({
    {"defined", [](const Value& v, const Arguments&) { return !v.is_undefined(); }},
    {"undefined", [](const Value& v, const Arguments&) { return v.is_undefined(); }},
    {"none", [](const Value& v, const Arguments&) { return v.is_none(); }},
    {"string", [](const Value& v, const Arguments&) { return v.kind() == Kind::text; }},
    {"number",
     [](const Value& v, const Arguments&) {
       return v.kind() == Kind::integer || v.kind() == Kind::real || v.kind() == Kind::boolean;
     }},
    {"true", [](const Value& v, const Arguments&) { return v.as_boolean(false); }},
    {"false", [](const Value& v, const Arguments&) { return !v.as_boolean(true); }},
    {"float", [](const Value& v, const Arguments&) { return v.kind() == Kind::real; }},
    {"lower",
     [](const Value& v, const Arguments&) {
       return v.kind() == Kind::text && text::to_lower(v.as_text()) == v.as_text();
     }},
    {"upper",
     [](const Value& v, const Arguments&) {
       return v.kind() == Kind::text && text::to_upper(v.as_text()) == v.as_text();
     }},
    {"lt", [](const Value& v, const Arguments& a) { return ordered(v, a) < 0; }},
    {"le", [](const Value& v, const Arguments& a) { return ordered(v, a) <= 0; }},
    {"gt", [](const Value& v, const Arguments& a) { return ordered(v, a) > 0; }},
    {"ge", [](const Value& v, const Arguments& a) { return ordered(v, a) >= 0; }},
    {"ne", [](const Value& v, const Arguments& a) { return !values::equal(v, argument(a)); }},
    {"integer", [](const Value& v, const Arguments&) { return v.kind() == Kind::integer; }},
    {"boolean", [](const Value& v, const Arguments&) { return v.kind() == Kind::boolean; }},
    {"mapping", [](const Value& v, const Arguments&) { return v.kind() == Kind::map; }},
    {"sequence",
     [](const Value& v, const Arguments&) {
       return v.kind() == Kind::list || v.kind() == Kind::text || v.kind() == Kind::map;
     }},
    {"iterable",
     [](const Value& v, const Arguments&) {
       return v.kind() == Kind::list || v.kind() == Kind::map || v.kind() == Kind::text;
     }},
    {"odd", [](const Value& v, const Arguments&) { return v.as_integer() % 2 != 0; }},
    {"even", [](const Value& v, const Arguments&) { return v.as_integer() % 2 == 0; }},
    {"divisibleby",
     [](const Value& v, const Arguments& a) {
       const std::int64_t divisor = argument(a).as_integer();
       return divisor != 0 && v.as_integer() % divisor == 0;
     }},
    {"equalto", [](const Value& v, const Arguments& a) { return values::equal(v, argument(a)); }},
    {"eq", [](const Value& v, const Arguments& a) { return values::equal(v, argument(a)); }},
    {"in", [](const Value& v, const Arguments& a) { return values::contains(argument(a), v); }},
});

}  // namespace

std::span<const TestPredicate> builtin_tests() {
  return kTests;
}

}  // namespace jinja
