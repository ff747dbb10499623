#include "jinja/renderer.hpp"
#include "text/suggestion.hpp"
#include "text/utf8.hpp"
#include "values/value_operators.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace jinja {

namespace {

using values::Kind;
using values::Value;

/// `range()` makes no more numbers than this.
constexpr std::int64_t kMaxRange = 100'000;

bool is_number(const Value& value) {
  return value.kind() == Kind::integer || value.kind() == Kind::real;
}

/// What `name` calls the thing that `expression` is, for messages.
std::string shown(const Expression& expression) {
  if (expression.kind == ExpressionKind::name) {
    return std::string(expression.name);
  }
  if (expression.kind == ExpressionKind::attribute) {
    return shown(*expression.operands[0]) + "." + std::string(expression.name);
  }
  return "this";
}

std::vector<std::string_view> member_names(const Value& value) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < value.size(); ++i) {
    names.push_back(value.member_name(i));
  }
  return names;
}

}  // namespace

bool Renderer::is_true(const Expression& expression) {
  return values::is_true(evaluate(expression));
}

Value Renderer::evaluate(const Expression& expression, Missing missing) {
  if (failed()) {
    return {};
  }
  switch (expression.kind) {
    case ExpressionKind::literal:
      return expression.literal;
    case ExpressionKind::name:
      return evaluate_name(expression, missing);
    case ExpressionKind::attribute:
      return evaluate_attribute(expression, missing);
    case ExpressionKind::subscript:
      return evaluate_subscript(expression, missing);
    case ExpressionKind::slice:
      return evaluate_slice(expression);
    case ExpressionKind::call:
      return evaluate_call(expression);
    case ExpressionKind::filter:
      return evaluate_filter(expression);
    case ExpressionKind::test:
      return evaluate_test(expression);
    case ExpressionKind::not_:
      return Value::boolean(!is_true(*expression.operands[0]));
    case ExpressionKind::and_: {
      Value left = evaluate(*expression.operands[0]);
      return values::is_true(left) ? evaluate(*expression.operands[1]) : left;
    }
    case ExpressionKind::or_: {
      Value left = evaluate(*expression.operands[0]);
      return values::is_true(left) ? left : evaluate(*expression.operands[1]);
    }
    case ExpressionKind::conditional:
      return is_true(*expression.operands[0]) ? evaluate(*expression.operands[1])
                                              : evaluate(*expression.operands[2]);
    case ExpressionKind::concatenate:
      return evaluate_concatenation(expression);
    case ExpressionKind::list: {
      values::List items;
      for (const ExpressionPointer& item : expression.operands) {
        items.push_back(evaluate(*item));
      }
      return Value::list(std::move(items));
    }
    case ExpressionKind::map: {
      values::Map map;
      for (std::size_t i = 0; i + 1 < expression.operands.size(); i += 2) {
        map.set(values::printed(evaluate(*expression.operands[i])),
                evaluate(*expression.operands[i + 1]));
      }
      return Value::map(std::move(map));
    }
    case ExpressionKind::equal:
    case ExpressionKind::not_equal:
    case ExpressionKind::less:
    case ExpressionKind::less_equal:
    case ExpressionKind::greater:
    case ExpressionKind::greater_equal:
    case ExpressionKind::in:
      return evaluate_comparison(expression);
    default:
      return evaluate_arithmetic(expression);
  }
}

Value Renderer::missing_name(const Expression& expression, std::string_view what,
                             std::vector<std::string_view> known, Missing missing) {
  if (missing == Missing::undefined || program_.options.undefined != Undefined::strict) {
    return {};
  }
  return fail(expression.offset, "jinja/undefined",
              std::string(what) + " \"" + std::string(expression.name) + "\"",
              text::did_you_mean(expression.name, known));
}

Value Renderer::evaluate_name(const Expression& expression, Missing missing) {
  if (const Value* value = scope_.find(expression.name)) {
    return *value;
  }
  return missing_name(expression, "there is no variable", scope_.names(), missing);
}

Value Renderer::evaluate_attribute(const Expression& expression, Missing missing) {
  const Expression& base_expression = *expression.operands[0];
  const Value base = evaluate(base_expression, missing);
  if (failed()) {
    return {};
  }
  if (base.kind() == Kind::map) {
    if (const values::RecordType* type = base.record_type()) {
      if (const values::RecordField* field = type->find(expression.name)) {
        return base.read_field(*field);
      }
      return missing_name(expression, "a " + std::string(type->name) + " has no field",
                          member_names(base), missing);
    }
    const Value member = base.member(expression.name);
    if (!member.is_undefined()) {
      return member;
    }
    return missing_name(expression, shown(base_expression) + " has no member", member_names(base),
                        missing);
  }
  return missing_name(
      expression, shown(base_expression) + " is " + values::kind_name(base) + " and has no field",
      {}, missing);
}

Value Renderer::evaluate_subscript(const Expression& expression, Missing missing) {
  const Value base = evaluate(*expression.operands[0], missing);
  const Value key = evaluate(*expression.operands[1]);
  if (failed()) {
    return {};
  }
  if (base.kind() == Kind::map) {
    const Value member = base.member(key.as_text());
    return member.is_undefined() ? missing_name(expression, "there is no member", {}, missing)
                                 : member;
  }
  std::int64_t index = key.as_integer();
  index += index < 0 ? static_cast<std::int64_t>(base.size()) : 0;
  if (base.kind() != Kind::list || index < 0 || index >= static_cast<std::int64_t>(base.size())) {
    return missing_name(expression, "there is no item", {}, missing);
  }
  return base.at(static_cast<std::size_t>(index));
}

Value Renderer::evaluate_slice(const Expression& expression) {
  const Value base = evaluate(*expression.operands[0]);
  const Value from = evaluate(*expression.operands[1]);
  const Value to = evaluate(*expression.operands[2]);
  if (failed()) {
    return {};
  }
  const bool is_text = base.kind() == Kind::text;
  const auto size =
      static_cast<std::int64_t>(is_text ? text::count_code_points(base.as_text()) : base.size());
  const auto clamp = [size](const Value& value, std::int64_t fallback) {
    std::int64_t index = value.as_integer(fallback);
    index += index < 0 ? size : 0;
    return static_cast<std::size_t>(std::max<std::int64_t>(0, std::min(index, size)));
  };
  const std::size_t begin = clamp(from, 0);
  const std::size_t end = clamp(to, size);
  if (is_text) {
    std::string part;
    std::size_t position = 0;
    const std::string_view text = base.as_text();
    for (std::size_t i = 0; i < text.size(); ++position) {
      const std::size_t bytes = text::code_point_at(text, i).size;
      if (position >= begin && position < end) {
        part.append(text.substr(i, bytes));
      }
      i += bytes;
    }
    return Value::text(std::move(part));
  }
  values::List items;
  for (std::size_t i = begin; i < end; ++i) {
    items.push_back(base.at(i));
  }
  return Value::list(std::move(items));
}

namespace {

/// Evaluated arguments, and views of them.
struct Evaluated {
  std::vector<Value> positional;
  std::vector<Value> named;

  [[nodiscard]] Arguments view(const Expression& call) const {
    return {.positional = positional, .names = call.argument_names, .named = named};
  }
};

}  // namespace

Value Renderer::evaluate_filter(const Expression& expression) {
  const bool guards = expression.name == "default" || expression.name == "d";
  const Value input =
      evaluate(*expression.operands[0], guards ? Missing::undefined : Missing::error);
  Evaluated arguments;
  for (const ExpressionPointer& argument : expression.arguments) {
    arguments.positional.push_back(evaluate(*argument));
  }
  for (const ExpressionPointer& argument : expression.named_arguments) {
    arguments.named.push_back(evaluate(*argument));
  }
  if (failed()) {
    return {};
  }
  diagnostics::OrReason<Value> result =
      expression.host_filter != nullptr
          ? (*expression.host_filter)(input, arguments.view(expression))
          : expression.filter->apply(input, arguments.view(expression));
  if (!result) {
    return fail(expression.offset, "jinja/filter-error", result.error());
  }
  return *std::move(result);
}

Value Renderer::evaluate_test(const Expression& expression) {
  const bool guards = expression.name == "defined" || expression.name == "undefined";
  const Value value =
      evaluate(*expression.operands[0], guards ? Missing::undefined : Missing::error);
  Evaluated arguments;
  for (const ExpressionPointer& argument : expression.arguments) {
    arguments.positional.push_back(evaluate(*argument));
  }
  return Value::boolean(!failed() && expression.test->holds(value, arguments.view(expression)));
}

Value Renderer::evaluate_range(const Expression& expression) {
  std::vector<std::int64_t> bounds;
  for (const ExpressionPointer& argument : expression.arguments) {
    bounds.push_back(evaluate(*argument).as_integer());
  }
  const std::int64_t begin = bounds.size() > 1 ? bounds[0] : 0;
  const std::int64_t end = bounds.empty() ? 0 : (bounds.size() > 1 ? bounds[1] : bounds[0]);
  const std::int64_t step = bounds.size() > 2 ? bounds[2] : 1;
  if (step == 0 || (end - begin) / (step == 0 ? 1 : step) > kMaxRange) {
    return fail(expression.offset, "jinja/range-limit",
                "this range is longer than " + std::to_string(kMaxRange) + " numbers");
  }
  values::List numbers;
  for (std::int64_t i = begin; step > 0 ? i < end : i > end; i += step) {
    numbers.push_back(Value::integer(i));
  }
  return Value::list(std::move(numbers));
}

Value Renderer::evaluate_call(const Expression& expression) {
  const Expression& callee = *expression.operands[0];
  if (callee.kind == ExpressionKind::name && scope_.find(callee.name) == nullptr) {
    if (callee.name == "range") {
      return evaluate_range(expression);
    }
    if (callee.name == "super" && !open_blocks_.empty()) {
      std::string text;
      const CurrentBlock block = open_blocks_.back();
      run_block_level(block.name, block.level + 1, text);
      return Value::text(std::move(text), values::Safety::trusted);
    }
  }
  if (callee.kind == ExpressionKind::attribute && callee.name == "items") {
    const Value map = evaluate(*callee.operands[0]);
    values::List pairs;
    for (std::size_t i = 0; i < map.size(); ++i) {
      pairs.push_back(
          Value::list({Value::text(std::string(map.member_name(i))), map.member_value(i)}));
    }
    return Value::list(std::move(pairs));
  }
  const Value value = evaluate(callee);
  if (failed()) {
    return {};
  }
  const auto* object = value.object_pointer();
  const auto* macro = object == nullptr ? nullptr : dynamic_cast<MacroObject*>(object->get());
  if (macro == nullptr) {
    return fail(expression.offset, "jinja/wrong-type",
                shown(callee) + " is " + values::kind_name(value) + " and cannot be called");
  }
  return call_macro(*macro, expression);
}

Value Renderer::call_macro(const MacroObject& object, const Expression& call) {
  const Macro& macro = *object.macro;
  const std::size_t count = macro.parameters.size();
  const std::size_t required = count - macro.defaults.size();
  std::vector<Value> arguments(count);
  std::vector<bool> given(count, false);
  if (call.arguments.size() > count) {
    return fail(call.offset, "jinja/wrong-arguments",
                "the macro \"" + std::string(macro.name) + "\" takes " + std::to_string(count) +
                    " arguments");
  }
  for (std::size_t i = 0; i < call.arguments.size(); ++i) {
    arguments[i] = evaluate(*call.arguments[i]);
    given[i] = true;
  }
  for (std::size_t i = 0; i < call.named_arguments.size(); ++i) {
    const auto found = std::ranges::find(macro.parameters, call.argument_names[i]);
    if (found == macro.parameters.end()) {
      return fail(call.named_arguments[i]->offset, "jinja/wrong-arguments",
                  "the macro \"" + std::string(macro.name) + "\" has no parameter \"" +
                      std::string(call.argument_names[i]) + "\"",
                  text::did_you_mean(call.argument_names[i], macro.parameters));
    }
    const auto place = static_cast<std::size_t>(found - macro.parameters.begin());
    arguments[place] = evaluate(*call.named_arguments[i]);
    given[place] = true;
  }
  if (failed()) {
    return {};
  }
  calls_.push_back({diagnostics::location_at(*current_->source, call.offset),
                    "called from here, as " + std::string(macro.name)});
  std::string out;
  if (enter(call.offset, *object.home)) {
    const Scope::Mark mark = object.module == nullptr ? scope_.open_macro() : scope_.open_closed();
    if (object.module != nullptr) {
      for (const Scope::Name& name : object.module->names) {
        scope_.set(name.name, name.value);
      }
    }
    for (std::size_t i = 0; i < count && !failed(); ++i) {
      if (!given[i] && i < required) {
        fail(call.offset, "jinja/wrong-arguments",
             "the macro \"" + std::string(macro.name) + "\" needs \"" +
                 std::string(macro.parameters[i]) + "\"");
      } else {
        scope_.set(macro.parameters[i],
                   given[i] ? arguments[i] : evaluate(*macro.defaults[i - required]));
      }
    }
    if (!failed()) {
      run(macro.body, out);
    }
    scope_.close(mark);
    leave();
  }
  calls_.pop_back();
  return Value::text(std::move(out), values::Safety::trusted);
}

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
