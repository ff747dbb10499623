#include "jinja/test_table.hpp"

#include "jinja/filter_table.hpp"
#include "jinja/program.hpp"
#include "jinja/template_object.hpp"
#include "text/unicode.hpp"
#include "values/value_operators.hpp"

#include <algorithm>

namespace jinja {

using diagnostics::because;
using diagnostics::OrReason;
using values::Kind;
using values::Value;

namespace {

bool is_kind(const Value& value, Kind kind) {
  return value.kind() == kind;
}

OrReason<bool> ordered(const Value& input, const Arguments& arguments,
                       bool (*holds)(std::weak_ordering)) {
  const auto order = values::compare(input, arguments.positional.front());
  return order ? OrReason<bool>(holds(*order)) : because(order.error());
}

/// Whether `input` divided by `divisor` leaves `rest`.
OrReason<bool> leaves(const Value& input, const Value& divisor, std::int64_t rest) {
  if (!values::is_number(input) || !values::is_number(divisor)) {
    return because("it takes numbers, not " +
                   values::describe_kind(values::is_number(input) ? divisor : input));
  }
  const auto left = values::calculate(values::Arithmetic::modulo, input, divisor);
  return left ? OrReason<bool>(values::equal(*left, Value::integer(rest))) : because(left.error());
}

OrReason<bool> divisible(const Value& input, const Arguments& arguments, const CallSite& /*site*/) {
  return leaves(input, arguments.positional.front(), 0);
}

OrReason<bool> same(const Value& input, const Arguments& arguments, const CallSite& /*site*/) {
  const Value& other = arguments.positional.front();
  if (input.kind() != other.kind()) {
    return false;
  }
  // Lists and maps are values here: there is no second one that is equal and another.
  return values::equal(input, other);
}

OrReason<bool> callable(const Value& input, const Arguments& /*arguments*/,
                        const CallSite& /*site*/) {
  return object_as<MacroObject>(input) != nullptr || object_as<Function>(input) != nullptr ||
         object_as<Joiner>(input) != nullptr || object_as<Loop>(input) != nullptr;
}

bool iterable(const Value& value) {
  return is_kind(value, Kind::list) || is_kind(value, Kind::map) || is_kind(value, Kind::text) ||
         value.is_undefined();
}

OrReason<bool> is_filter(const Value& input, const Arguments& /*arguments*/, const CallSite& site) {
  return site.program.host_filters.contains(std::string(input.as_text())) ||
         find_builtin_filter(input.as_text()) != nullptr;
}

OrReason<bool> is_test(const Value& input, const Arguments& /*arguments*/,
                       const CallSite& /*site*/) {
  return find_builtin_test(input.as_text()) != nullptr;
}

using A = Arguments;
using S = CallSite;
using R = OrReason<bool>;

OrReason<bool> equal(const Value& v, const A& a, const S& /*site*/) {
  return values::equal(v, a.positional.front());
}

OrReason<bool> unequal(const Value& v, const A& a, const S& /*site*/) {
  return !values::equal(v, a.positional.front());
}

OrReason<bool> less(const Value& v, const A& a, const S& /*site*/) {
  return ordered(v, a, [](std::weak_ordering order) { return order < 0; });
}

OrReason<bool> less_equal(const Value& v, const A& a, const S& /*site*/) {
  return ordered(v, a, [](std::weak_ordering order) { return order <= 0; });
}

OrReason<bool> greater(const Value& v, const A& a, const S& /*site*/) {
  return ordered(v, a, [](std::weak_ordering order) { return order > 0; });
}

OrReason<bool> greater_equal(const Value& v, const A& a, const S& /*site*/) {
  return ordered(v, a, [](std::weak_ordering order) { return order >= 0; });
}

constexpr std::string_view kOther[] = {"other"};
constexpr Signature kOne = {1, kOther, false};

constexpr BuiltinTest kTests[] = {
    {"defined", [](const Value& v, const A&, const S&) { return R(!v.is_undefined()); }, {}, true},
    {"undefined", [](const Value& v, const A&, const S&) { return R(v.is_undefined()); }, {}, true},
    {"none", [](const Value& v, const A&, const S&) { return R(v.is_none()); }, {}},
    {"true", [](const Value& v, const A&, const S&) { return R(v.as_boolean(false)); }, {}},
    {"false", [](const Value& v, const A&, const S&) { return R(!v.as_boolean(true)); }, {}},
    {"boolean",
     [](const Value& v, const A&, const S&) { return R(is_kind(v, Kind::boolean)); },
     {}},
    {"integer",
     [](const Value& v, const A&, const S&) { return R(is_kind(v, Kind::integer)); },
     {}},
    {"float", [](const Value& v, const A&, const S&) { return R(is_kind(v, Kind::real)); }, {}},
    {"number", [](const Value& v, const A&, const S&) { return R(values::is_number(v)); }, {}},
    {"string", [](const Value& v, const A&, const S&) { return R(is_kind(v, Kind::text)); }, {}},
    {"mapping", [](const Value& v, const A&, const S&) { return R(is_kind(v, Kind::map)); }, {}},
    {"sequence", [](const Value& v, const A&, const S&) { return R(iterable(v)); }, {}},
    {"iterable", [](const Value& v, const A&, const S&) { return R(iterable(v)); }, {}},
    {"callable", callable, {}},
    {"escaped", [](const Value& v, const A&, const S&) { return R(v.is_trusted()); }, {}},
    {"lower",
     [](const Value& v, const A&, const S&) {
       const std::string text = values::printed(v);
       return R(text::to_lower(text) == text && text::to_upper(text) != text);
     },
     {}},
    {"upper",
     [](const Value& v, const A&, const S&) {
       const std::string text = values::printed(v);
       return R(text::to_upper(text) == text && text::to_lower(text) != text);
     },
     {}},
    {"odd", [](const Value& v, const A&, const S&) { return leaves(v, Value::integer(2), 1); }, {}},
    {"even",
     [](const Value& v, const A&, const S&) { return leaves(v, Value::integer(2), 0); },
     {}},
    {"divisibleby", divisible, kOne},
    {"sameas", same, kOne},
    {"in",
     [](const Value& v, const A& a, const S&) { return values::contains(a.positional.front(), v); },
     kOne},
    {"eq", equal, kOne},
    {"==", equal, kOne},
    {"equalto", equal, kOne},
    {"ne", unequal, kOne},
    {"!=", unequal, kOne},
    {"lt", less, kOne},
    {"<", less, kOne},
    {"lessthan", less, kOne},
    {"le", less_equal, kOne},
    {"<=", less_equal, kOne},
    {"gt", greater, kOne},
    {">", greater, kOne},
    {"greaterthan", greater, kOne},
    {"ge", greater_equal, kOne},
    {">=", greater_equal, kOne},
    {"filter", is_filter, {}},
    {"test", is_test, {}},
};

}  // namespace

const BuiltinTest* find_builtin_test(std::string_view name) {
  const auto found = std::ranges::find(kTests, name, &BuiltinTest::name);
  return found == std::end(kTests) ? nullptr : &*found;
}

std::vector<std::string_view> builtin_test_names() {
  std::vector<std::string_view> names;
  for (const BuiltinTest& test : kTests) {
    names.push_back(test.name);
  }
  return names;
}

OrReason<bool> apply_test(std::string_view name, const Value& input, const Arguments& arguments,
                          const CallSite& site) {
  const BuiltinTest* const test = find_builtin_test(name);
  if (test == nullptr) {
    return because("there is no test \"" + std::string(name) + "\"");
  }
  const std::string wrong = test->signature.check(arguments.positional.size(), arguments.names);
  if (!wrong.empty()) {
    return because("the test \"" + std::string(name) + "\" " + wrong);
  }
  return test->holds(input, arguments, site);
}

}  // namespace jinja
