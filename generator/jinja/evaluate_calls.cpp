#include "jinja/renderer.hpp"
#include "text/suggestion.hpp"
#include "values/value_operators.hpp"

#include <algorithm>
#include <utility>

namespace jinja {

namespace {

using values::Value;

/// `range()` makes no more numbers than this.
constexpr std::int64_t kMaxRange = 100'000;

}  // namespace

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

}  // namespace jinja
