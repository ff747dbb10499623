#include "values/value_operators.hpp"

#include "text/html_escape.hpp"
#include "values/text_pattern.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace values {

using diagnostics::because;
using diagnostics::OrReason;

bool is_whole(const Value& value) {
  return value.kind() == Kind::integer || value.kind() == Kind::boolean;
}

bool is_number(const Value& value) {
  return is_whole(value) || value.kind() == Kind::real;
}

std::int64_t whole(const Value& value) {
  return value.kind() == Kind::boolean ? (value.as_boolean() ? 1 : 0) : value.as_integer();
}

double real(const Value& value) {
  return is_whole(value) ? static_cast<double>(whole(value)) : value.as_real();
}

bool is_true(const Value& value) {
  switch (value.kind()) {
    case Kind::undefined:
    case Kind::none:
      return false;
    case Kind::boolean:
      return value.as_boolean();
    case Kind::integer:
      return value.as_integer() != 0;
    case Kind::real:
      return value.as_real() != 0;
    case Kind::text:
      return !value.as_text().empty();
    case Kind::list:
      return value.size() != 0;
    case Kind::map:
      return value.record_type() != nullptr || value.size() != 0;
    case Kind::object:
      return true;
  }
  return false;
}

std::string with_article(std::string_view name) {
  if (name == "none") {
    return std::string(name);
  }
  const bool vowel = std::string_view("aeiou").find(name.substr(0, 1)) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(name);
}

std::string describe_kind(const Value& value) {
  switch (value.kind()) {
    case Kind::undefined:
      return "an undefined value";
    case Kind::none:
      return "none";
    case Kind::boolean:
      return "a boolean";
    case Kind::integer:
      return "an integer";
    case Kind::real:
      return "a real number";
    case Kind::text:
      return "a text";
    case Kind::list:
      return "a list";
    case Kind::map:
      if (const RecordType* type = value.record_type()) {
        return with_article(type->name);
      }
      return "a map";
    case Kind::object:
      return "a function or object";
  }
  return {};
}

namespace {

bool equal_lists(const Value& left, const Value& right) {
  if (left.size() != right.size()) {
    return false;
  }
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (!equal(left.at(i), right.at(i))) {
      return false;
    }
  }
  return true;
}

bool equal_maps(const Value& left, const Value& right) {
  if (left.record_type() != nullptr || right.record_type() != nullptr) {
    return left.record_type() == right.record_type() &&
           left.record_address() == right.record_address();
  }
  if (left.size() != right.size()) {
    return false;
  }
  for (std::size_t i = 0; i < left.size(); ++i) {
    const Value other = right.member(left.member_name(i));
    if (other.is_undefined() || !equal(left.member_value(i), other)) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool equal(const Value& left, const Value& right) {
  if (is_number(left) && is_number(right)) {
    return is_whole(left) && is_whole(right) ? whole(left) == whole(right)
                                             : real(left) == real(right);
  }
  if (left.kind() != right.kind()) {
    return false;
  }
  switch (left.kind()) {
    case Kind::text:
      return left.as_text() == right.as_text();
    case Kind::list:
      return equal_lists(left, right);
    case Kind::map:
      return equal_maps(left, right);
    case Kind::object:
      return left.as_object() == right.as_object();
    default:
      return true;  // undefined and none equal themselves
  }
}

OrReason<std::weak_ordering> compare(const Value& left, const Value& right) {
  if (is_whole(left) && is_whole(right)) {
    return whole(left) <=> whole(right);
  }
  if (is_number(left) && is_number(right)) {
    const double a = real(left);
    const double b = real(right);
    return a < b   ? std::weak_ordering::less
           : a > b ? std::weak_ordering::greater
                   : std::weak_ordering::equivalent;
  }
  if (left.kind() == Kind::text && right.kind() == Kind::text) {
    // UTF-8 sorts as its code points do.
    return left.as_text() <=> right.as_text();
  }
  if (left.kind() != Kind::list || right.kind() != Kind::list) {
    return because(describe_kind(left) + " and " + describe_kind(right) + " have no order");
  }
  for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
    const Value a = left.at(i);
    const Value b = right.at(i);
    if (!equal(a, b)) {
      return compare(a, b);
    }
  }
  return left.size() <=> right.size();
}

OrReason<bool> contains(const Value& container, const Value& item) {
  switch (container.kind()) {
    case Kind::undefined:
      return false;
    case Kind::text:
      if (item.kind() != Kind::text) {
        return because("a text contains texts, not " + describe_kind(item));
      }
      return container.as_text().find(item.as_text()) != std::string_view::npos;
    case Kind::map:
      // Keys are texts; numbers are looked up as subscripts look them up.
      return !container.member(printed(item)).is_undefined();
    case Kind::list:
      for (std::size_t i = 0; i < container.size(); ++i) {
        if (equal(container.at(i), item)) {
          return true;
        }
      }
      return false;
    default:
      return because("in takes a list, a map or a text, not " + describe_kind(container));
  }
}

namespace {

std::string_view sign_of(Arithmetic operation) {
  static constexpr std::string_view kSigns[] = {"+", "-", "*", "/", "//", "%", "**"};
  return kSigns[static_cast<std::size_t>(operation)];
}

tl::unexpected<std::string> not_for(Arithmetic operation, const Value& left, const Value& right) {
  return because(std::string(sign_of(operation)) + " does not work with " + describe_kind(left) +
                 " and " + describe_kind(right));
}

Value add_texts(const Value& left, const Value& right) {
  const bool trusted = left.is_trusted() || right.is_trusted();
  std::string out;
  for (const Value* part : {&left, &right}) {
    if (trusted && !part->is_trusted()) {
      text::append_html_escaped(out, part->as_text());
    } else {
      out += part->as_text();
    }
  }
  return Value::text(std::move(out), trusted ? Safety::trusted : Safety::plain);
}

Value add_lists(const Value& left, const Value& right) {
  List items;
  items.reserve(left.size() + right.size());
  for (const Value* part : {&left, &right}) {
    for (std::size_t i = 0; i < part->size(); ++i) {
      items.push_back(part->at(i));
    }
  }
  return left.is_tuple() && right.is_tuple() ? Value::tuple(std::move(items))
                                             : Value::list(std::move(items));
}

/// `value` written `count` times behind each other.
OrReason<Value> repeat(const Value& value, std::int64_t count) {
  const auto times = static_cast<std::size_t>(std::max<std::int64_t>(0, count));
  const std::size_t size = value.kind() == Kind::text ? value.as_text().size() : value.size();
  if (size != 0 && times > kMaxMadeSize / size) {
    return because("the result of * would be too long");
  }
  if (value.kind() == Kind::text) {
    std::string out;
    out.reserve(size * times);
    for (std::size_t i = 0; i < times && size != 0; ++i) {
      out += value.as_text();
    }
    return Value::text(std::move(out), value.is_trusted() ? Safety::trusted : Safety::plain);
  }
  List items;
  items.reserve(size * times);
  for (std::size_t i = 0; i < size * times; ++i) {
    items.push_back(value.at(i % size));
  }
  return value.is_tuple() ? Value::tuple(std::move(items)) : Value::list(std::move(items));
}

std::int64_t floor_divided(std::int64_t left, std::int64_t right) {
  const std::int64_t quotient = left / right;
  return left % right != 0 && (left < 0) != (right < 0) ? quotient - 1 : quotient;
}

/// left ** right if it fits.
std::optional<std::int64_t> whole_power(std::int64_t base, std::int64_t exponent) {
  std::int64_t result = 1;
  for (; exponent > 0; exponent /= 2) {
    if (exponent % 2 == 1 && __builtin_mul_overflow(result, base, &result)) {
      return std::nullopt;
    }
    if (exponent > 1 && __builtin_mul_overflow(base, base, &base)) {
      return std::nullopt;
    }
  }
  return result;
}

/// The result for two integers; nothing if it does not fit or is no integer.
std::optional<std::int64_t> whole_result(Arithmetic operation, std::int64_t left,
                                         std::int64_t right) {
  std::int64_t result = 0;
  switch (operation) {
    case Arithmetic::add:
      return __builtin_add_overflow(left, right, &result) ? std::nullopt : std::optional(result);
    case Arithmetic::subtract:
      return __builtin_sub_overflow(left, right, &result) ? std::nullopt : std::optional(result);
    case Arithmetic::multiply:
      return __builtin_mul_overflow(left, right, &result) ? std::nullopt : std::optional(result);
    case Arithmetic::floor_divide:
      return right == -1 ? whole_result(Arithmetic::subtract, 0, left)
                         : std::optional(floor_divided(left, right));
    case Arithmetic::modulo:
      return right == -1 ? 0 : left - floor_divided(left, right) * right;
    case Arithmetic::power:
      return right < 0 ? std::nullopt : whole_power(left, right);
    case Arithmetic::divide:
      return std::nullopt;
  }
  return std::nullopt;
}

/// What is left of `left`, with the sign of `right`; exact.
double real_remainder(double left, double right) {
  const double rest = std::fmod(left, right);
  if (rest == 0) {
    return std::copysign(0.0, right);
  }
  return (rest < 0) == (right < 0) ? rest : rest + right;
}

double real_result(Arithmetic operation, double left, double right) {
  switch (operation) {
    case Arithmetic::add:
      return left + right;
    case Arithmetic::subtract:
      return left - right;
    case Arithmetic::multiply:
      return left * right;
    case Arithmetic::divide:
      return left / right;
    case Arithmetic::floor_divide:
      // Not the floor of the quotient, which may have been rounded up: 1 // 0.1 is 9.
      return std::round((left - real_remainder(left, right)) / right);
    case Arithmetic::modulo:
      return real_remainder(left, right);
    case Arithmetic::power:
      return std::pow(left, right);
  }
  return 0;
}

OrReason<Value> calculate_numbers(Arithmetic operation, const Value& left, const Value& right) {
  const bool divides = operation == Arithmetic::divide || operation == Arithmetic::floor_divide ||
                       operation == Arithmetic::modulo;
  const bool inverts = operation == Arithmetic::power && real(left) == 0 && real(right) < 0;
  if ((divides && real(right) == 0) || inverts) {
    return because("division by zero");
  }
  if (is_whole(left) && is_whole(right)) {
    if (const auto result = whole_result(operation, whole(left), whole(right))) {
      return Value::integer(*result);
    }
  }
  return Value::real(real_result(operation, real(left), real(right)));
}

}  // namespace

OrReason<Value> calculate(Arithmetic operation, const Value& left, const Value& right) {
  if (is_number(left) && is_number(right)) {
    return calculate_numbers(operation, left, right);
  }
  const auto both = [&](Kind kind) { return left.kind() == kind && right.kind() == kind; };
  switch (operation) {
    case Arithmetic::add:
      if (both(Kind::text)) {
        return add_texts(left, right);
      }
      return both(Kind::list) ? OrReason<Value>(add_lists(left, right))
                              : not_for(operation, left, right);
    case Arithmetic::multiply: {
      const bool number_first = is_whole(left);
      const Value& repeated = number_first ? right : left;
      const Value& times = number_first ? left : right;
      const bool repeatable = repeated.kind() == Kind::text || repeated.kind() == Kind::list;
      return repeatable && is_whole(times) ? repeat(repeated, whole(times))
                                           : not_for(operation, left, right);
    }
    case Arithmetic::modulo:
      return left.kind() == Kind::text ? fill_pattern(left, right)
                                       : not_for(operation, left, right);
    default:
      return not_for(operation, left, right);
  }
}

OrReason<Value> negate(const Value& value) {
  if (is_number(value)) {
    return calculate(Arithmetic::multiply, value, Value::integer(-1));
  }
  return because("- takes a number, not " + describe_kind(value));
}

}  // namespace values
