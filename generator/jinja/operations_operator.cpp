#include "jinja/expression.hpp"
#include "jinja/operations.hpp"
#include "text/html_escape.hpp"
#include "values/value_operators.hpp"

namespace jinja {

namespace {

/// Undefined operands are errors in every mode where Jinja2 has no answer for them.
bool defined(Machine& machine, const Frame& frame, const values::Value& value) {
  return !value.is_undefined() || machine.fail_undefined(frame, value);
}

bool give(Machine& machine, Frame& frame, ValueOrReason result) {
  if (!result) {
    return machine.fail(frame, "jinja/wrong-type", std::move(result.error()));
  }
  frame.push(std::move(*result));
  return true;
}

/// Whether two values in that order satisfy the comparator.
bool holds_for(Comparator comparator, std::weak_ordering order) {
  switch (comparator) {
    case Comparator::equal:
      return order == 0;
    case Comparator::not_equal:
      return order != 0;
    case Comparator::less:
      return order < 0;
    case Comparator::less_equal:
      return order <= 0;
    case Comparator::greater:
      return order > 0;
    default:
      return order >= 0;
  }
}

diagnostics::OrReason<bool> holds(Comparator comparator, const values::Value& left,
                                  const values::Value& right) {
  switch (comparator) {
    case Comparator::equal:
      return values::equal(left, right);
    case Comparator::not_equal:
      return !values::equal(left, right);
    case Comparator::in:
      return values::contains(right, left);
    case Comparator::not_in:
      return values::contains(right, left).map([](bool found) { return !found; });
    default:
      break;
  }
  const auto order = values::compare(left, right);
  if (!order) {
    return diagnostics::because(order.error());
  }
  return holds_for(comparator, *order);
}

/// Compares the two values on top, which stay there.
bool compare_top(Machine& machine, Frame& frame, const Instruction& instruction, bool& result) {
  const values::Value& left = frame.top[-2];
  const values::Value& right = frame.top[-1];
  if (!machine.usable(frame, left) || !machine.usable(frame, right)) {
    return false;
  }
  const auto answer = holds(static_cast<Comparator>(instruction.flag), left, right);
  if (!answer) {
    // An undefined operand explains the failure better than its kind.
    if (!defined(machine, frame, left) || !defined(machine, frame, right)) {
      return false;
    }
    return machine.fail(frame, "jinja/wrong-type", answer.error());
  }
  result = *answer;
  return true;
}

}  // namespace

bool run_negate(Machine& machine, Frame& frame, const Instruction& /*instruction*/) {
  const values::Value value = frame.pop();
  return defined(machine, frame, value) && give(machine, frame, values::negate(value));
}

bool run_plus(Machine& machine, Frame& frame, const Instruction& /*instruction*/) {
  const values::Value value = frame.pop();
  if (!defined(machine, frame, value)) {
    return false;
  }
  return give(machine, frame,
              values::calculate(values::Arithmetic::add, values::Value::integer(0), value));
}

bool run_logical_not(Machine& machine, Frame& frame, const Instruction& /*instruction*/) {
  const values::Value value = frame.pop();
  if (!machine.usable(frame, value)) {
    return false;
  }
  give_truth(frame, !values::is_true(value));
  return true;
}

bool run_arithmetic(Machine& machine, Frame& frame, const Instruction& instruction) {
  const values::Value right = frame.pop();
  const values::Value left = frame.pop();
  return defined(machine, frame, left) && defined(machine, frame, right) &&
         give(machine, frame,
              values::calculate(static_cast<values::Arithmetic>(instruction.flag), left, right));
}

bool run_concatenate(Machine& machine, Frame& frame, const Instruction& instruction) {
  values::Value* const first = frame.top - instruction.a;
  bool markup = false;
  for (values::Value* part = first; part != frame.top; ++part) {
    if (!machine.usable(frame, *part)) {
      return false;
    }
    markup = markup || (instruction.flag != 0 && part->is_trusted());
  }
  std::string joined;
  for (values::Value* part = first; part != frame.top; ++part) {
    if (markup && !part->is_trusted()) {
      text::append_html_escaped(joined, values::printed(*part));
    } else {
      values::append_printed(joined, *part);
    }
  }
  frame.top = first;
  frame.push(values::Value::text(std::move(joined),
                                 markup ? values::Safety::trusted : values::Safety::plain));
  return true;
}

bool run_compare(Machine& machine, Frame& frame, const Instruction& instruction) {
  const values::Value& left = frame.top[-2];
  const values::Value& right = frame.top[-1];
  const auto comparator = static_cast<Comparator>(instruction.flag);
  if (left.kind() == values::Kind::integer && right.kind() == values::Kind::integer &&
      comparator < Comparator::in) {
    frame.top -= 2;
    give_truth(frame, holds_for(comparator, left.as_integer() <=> right.as_integer()));
    return true;
  }
  bool result = false;
  const bool good = compare_top(machine, frame, instruction, result);
  frame.top -= 2;
  give_truth(frame, result);
  return good;
}

bool run_compare_chain(Machine& machine, Frame& frame, const Instruction& instruction) {
  bool result = false;
  if (!compare_top(machine, frame, instruction, result)) {
    return false;
  }
  values::Value right = frame.pop();
  frame.pop();
  if (result) {
    frame.push(std::move(right));
  } else {
    frame.push(values::Value::boolean(false));
    frame.next = frame.routine->code.data() + instruction.a;
  }
  return true;
}

}  // namespace jinja
