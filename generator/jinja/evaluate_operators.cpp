#include "jinja/renderer.hpp"
#include "values/value_operators.hpp"

#include <cmath>
#include <utility>

namespace jinja {

namespace {

using values::Kind;
using values::Value;

bool is_number(const Value& value) {
  return value.kind() == Kind::integer || value.kind() == Kind::real;
}

}  // namespace

Value Renderer::evaluate_concatenation(const Expression& expression) {
  const Value left = evaluate(*expression.operands[0]);
  const Value right = evaluate(*expression.operands[1]);
  std::string text = values::printed(left);
  values::append_printed(text, right);
  const bool trusted = left.is_trusted() && right.is_trusted();
  return Value::text(std::move(text), trusted ? values::Safety::trusted : values::Safety::plain);
}

Value Renderer::evaluate_comparison(const Expression& expression) {
  const Value left = evaluate(*expression.operands[0]);
  const Value right = evaluate(*expression.operands[1]);
  if (failed()) {
    return {};
  }
  switch (expression.kind) {
    case ExpressionKind::equal:
      return Value::boolean(values::equal(left, right));
    case ExpressionKind::not_equal:
      return Value::boolean(!values::equal(left, right));
    case ExpressionKind::in:
      return Value::boolean(values::contains(right, left));
    default:
      break;
  }
  const auto order = values::compare(left, right);
  if (!order) {
    return fail(
        expression.offset, "jinja/wrong-type",
        values::kind_name(left) + " and " + values::kind_name(right) + " cannot be compared");
  }
  switch (expression.kind) {
    case ExpressionKind::less:
      return Value::boolean(*order < 0);
    case ExpressionKind::less_equal:
      return Value::boolean(*order <= 0);
    case ExpressionKind::greater:
      return Value::boolean(*order > 0);
    default:
      return Value::boolean(*order >= 0);
  }
}

Value Renderer::evaluate_arithmetic(const Expression& expression) {
  const Value left = evaluate(*expression.operands[0]);
  const bool unary = expression.kind == ExpressionKind::negative;
  const Value right = unary ? Value::integer(0) : evaluate(*expression.operands[1]);
  if (failed()) {
    return {};
  }
  if (expression.kind == ExpressionKind::add && left.kind() == Kind::text &&
      right.kind() == Kind::text) {
    return evaluate_concatenation(expression);
  }
  if (!is_number(left) || !is_number(right)) {
    return fail(
        expression.offset, "jinja/wrong-type",
        values::kind_name(left) + " and " + values::kind_name(right) + " cannot be reckoned with");
  }
  const bool whole = left.kind() == Kind::integer && right.kind() == Kind::integer;
  const std::int64_t a = left.as_integer();
  const std::int64_t b = right.as_integer();
  const double x = left.as_real();
  const double y = right.as_real();
  const bool divides = expression.kind == ExpressionKind::divide ||
                       expression.kind == ExpressionKind::floor_divide ||
                       expression.kind == ExpressionKind::modulo;
  if (divides && y == 0) {
    return fail(expression.offset, "jinja/wrong-type", "this divides by zero");
  }
  std::int64_t result = 0;
  bool overflow = false;
  switch (expression.kind) {
    case ExpressionKind::negative:
      overflow = __builtin_sub_overflow(std::int64_t{0}, a, &result);
      return whole && !overflow ? Value::integer(result) : Value::real(-x);
    case ExpressionKind::add:
      overflow = __builtin_add_overflow(a, b, &result);
      return whole && !overflow ? Value::integer(result) : Value::real(x + y);
    case ExpressionKind::subtract:
      overflow = __builtin_sub_overflow(a, b, &result);
      return whole && !overflow ? Value::integer(result) : Value::real(x - y);
    case ExpressionKind::multiply:
      overflow = __builtin_mul_overflow(a, b, &result);
      return whole && !overflow ? Value::integer(result) : Value::real(x * y);
    case ExpressionKind::divide:
      return Value::real(x / y);
    case ExpressionKind::floor_divide:
      return whole ? Value::integer(static_cast<std::int64_t>(std::floor(x / y)))
                   : Value::real(std::floor(x / y));
    case ExpressionKind::modulo:
      return whole && b != -1 ? Value::integer(((a % b) + b) % b)
                              : Value::real(x - y * std::floor(x / y));
    default:
      return whole && b >= 0 && std::fabs(std::pow(x, y)) < 9e15
                 ? Value::integer(static_cast<std::int64_t>(std::pow(x, y)))
                 : Value::real(std::pow(x, y));
  }
}

}  // namespace jinja
