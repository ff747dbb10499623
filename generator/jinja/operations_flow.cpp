#include "jinja/operations.hpp"
#include "jinja/subscript.hpp"
#include "values/value_operators.hpp"

namespace jinja {

namespace {

bool is_set(const values::Value& slot) {
  const values::Absence* const absence = slot.absence();
  return absence == nullptr || absence->place != nullptr;
}

Loop& loop_in(const values::Value& slot) {
  return static_cast<Loop&>(*slot.as_object());
}

}  // namespace

bool run_jump_if_false(Machine& machine, Frame& frame, const Instruction& instruction) {
  const values::Value value = frame.pop();
  if (!machine.usable(frame, value)) {
    return false;
  }
  if (!values::is_true(value)) {
    jump_to(frame, instruction.a);
  }
  return true;
}

bool run_jump_if_false_else_pop(Machine& machine, Frame& frame, const Instruction& instruction) {
  if (!machine.usable(frame, frame.top[-1])) {
    return false;
  }
  if (values::is_true(frame.top[-1])) {
    frame.pop();
  } else {
    jump_to(frame, instruction.a);
  }
  return true;
}

bool run_jump_if_true_else_pop(Machine& machine, Frame& frame, const Instruction& instruction) {
  if (!machine.usable(frame, frame.top[-1])) {
    return false;
  }
  if (values::is_true(frame.top[-1])) {
    jump_to(frame, instruction.a);
  } else {
    frame.pop();
  }
  return true;
}

bool run_jump_if_set(Machine& /*machine*/, Frame& frame, const Instruction& instruction) {
  if (is_set(frame.slots[instruction.a])) {
    jump_to(frame, instruction.b);
  }
  return true;
}

bool run_loop_begin(Machine& machine, Frame& frame, const Instruction& instruction) {
  const values::Value iterable = frame.pop();
  if (!machine.usable(frame, iterable)) {
    return false;
  }
  ValueOrReason items = items_of(iterable);
  if (!items) {
    return machine.fail(
        frame, "jinja/wrong-type",
        "a loop goes over a list, a map or a text, not over " + values::describe_kind(iterable));
  }
  if (items->size() == 0) {
    jump_to(frame, instruction.b);
    return true;
  }
  std::shared_ptr<Loop> loop = machine.new_loop();
  loop->size = items->size();
  loop->items = std::move(*items);
  loop->next = 0;
  loop->depth = frame.depth;
  loop->recursion = nullptr;
  loop->frame = &frame;
  frame.slots[instruction.a] = values::Value::object(std::move(loop));
  return true;
}

bool run_loop_next(Machine& machine, Frame& frame, const Instruction& instruction) {
  Loop& loop = loop_in(frame.slots[instruction.a]);
  if (loop.next == loop.size) {
    jump_to(frame, instruction.b);
    return true;
  }
  values::Value& item = instruction.count == 0 ? *frame.top++ : frame.slots[instruction.count - 1];
  item = loop.items.item(loop.next++);
  // An item that is not there is set all the same: the name hides those of the outer scopes.
  explain_undefined(item, instruction);
  return machine.count_round(frame) && machine.check_output_size(frame);
}

bool run_loop_keep(Machine& /*machine*/, Frame& frame, const Instruction& instruction) {
  Loop& loop = loop_in(frame.slots[instruction.a]);
  loop.kept.push_back(loop.items.at(loop.next - 1));
  return true;
}

bool run_loop_kept(Machine& machine, Frame& frame, const Instruction& instruction) {
  values::Value& slot = frame.slots[instruction.a];
  values::List kept;
  if (slot.kind() == values::Kind::object) {
    kept = std::move(loop_in(slot).kept);
  }
  machine.end_loop(slot);
  frame.push(values::Value::list(std::move(kept)));
  return true;
}

bool run_loop_end(Machine& machine, Frame& frame, const Instruction& instruction) {
  machine.end_loop(frame.slots[instruction.a]);
  return true;
}

bool run_loop_field(Machine& /*machine*/, Frame& frame, const Instruction& instruction) {
  const Loop& loop = loop_in(frame.slots[instruction.a]);
  const auto which = static_cast<LoopField>(instruction.flag);
  // What loops are mostly asked, truths mostly in conditions.
  if (which == LoopField::first || which == LoopField::last) {
    give_truth(frame, loop.next == (which == LoopField::first ? 1 : loop.size));
    return true;
  }
  if (which == LoopField::index) {
    frame.push(values::Value::integer(static_cast<std::int64_t>(loop.next)));
    return true;
  }
  frame.push(loop.field(which));
  explain_undefined(frame.top[-1], instruction);
  return true;
}

bool run_allow_recursion(Machine& /*machine*/, Frame& frame, const Instruction& instruction) {
  loop_in(frame.slots[instruction.a]).recursion = frame.routine->code.data() + instruction.b;
  return true;
}

bool run_recursion_end(Machine& /*machine*/, Frame& frame, const Instruction& /*instruction*/) {
  static constexpr Instruction kEnd{};
  if (frame.recursion) {
    frame.next = &kEnd;
  }
  return true;
}

bool run_fail(Machine& machine, Frame& frame, const Instruction& instruction) {
  const LateError& error = frame.source->late_errors[instruction.a];
  return machine.fail(frame, error.code, error.message, error.remedy);
}

}  // namespace jinja
