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

std::vector<std::string_view> member_names(const Value& value) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < value.size(); ++i) {
    names.push_back(value.member_name(i));
  }
  return names;
}

}  // namespace

std::string shown(const Expression& expression) {
  if (expression.kind == ExpressionKind::name) {
    return std::string(expression.name);
  }
  if (expression.kind == ExpressionKind::attribute) {
    return shown(*expression.operands[0]) + "." + std::string(expression.name);
  }
  return "this";
}

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
    case ExpressionKind::negation:
      return Value::boolean(!is_true(*expression.operands[0]));
    case ExpressionKind::conjunction: {
      Value left = evaluate(*expression.operands[0]);
      return values::is_true(left) ? evaluate(*expression.operands[1]) : left;
    }
    case ExpressionKind::disjunction: {
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
    Value member = base.member(expression.name);
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

}  // namespace jinja
