#pragma once

#include "jinja/machine.hpp"
#include "values/value_operators.hpp"

#include <atomic>
#include <cstdint>
#include <functional>

/// What the instructions do: one function each, in files by theme. They return false if they
/// failed, after telling the machine why.
namespace jinja {

/// Goes on at instruction `target` of the routine.
inline void jump_to(Frame& frame, std::uint32_t target) {
  frame.next = frame.routine->code.data() + target;
}

/// Pushes a truth. Where the next instruction would only pop it again to jump, the jump is taken
/// here: most truths are conditions.
inline void give_truth(Frame& frame, bool truth) {
  while (frame.next->op == Op::logical_not) {
    truth = !truth;
    ++frame.next;
  }
  if (frame.next->op != Op::jump_if_false) {
    frame.push(values::Value::boolean(truth));
  } else if (truth) {
    ++frame.next;
  } else {
    jump_to(frame, frame.next->a);
  }
}

/// As give_truth with whether the top is true, where that is all that is asked of it.
inline void decide_by_top(Frame& frame) {
  if (frame.next->op == Op::jump_if_false && !frame.top[-1].is_undefined()) {
    const bool truth = values::is_true(frame.top[-1]);
    frame.pop();
    give_truth(frame, truth);
  }
}

/// As explain_undefined where the value is undefined.
void explain_absence(values::Value& value, const Instruction& instruction);

/// Marks an undefined `value` that has no reason yet as made by `instruction`.
inline void explain_undefined(values::Value& value, const Instruction& instruction) {
  if (value.is_undefined()) [[unlikely]] {
    explain_absence(value, instruction);
  }
}

/// As read_field, for any object.
bool find_field(Machine& machine, const Frame& frame, const Instruction& instruction,
                const values::Value& object, values::Value& result);

/// Gives field `instruction.a` of `object` to `result`, which is not `object`; undefined, with the
/// reason, if there is none. The field found last is tried first: most places see one type only.
[[gnu::always_inline]] inline bool read_field(Machine& machine, const Frame& frame,
                                              const Instruction& instruction,
                                              const values::Value& object, values::Value& result) {
  if (const values::RecordType* const type = object.record_type()) [[likely]] {
    const values::RecordField* const hinted =
        frame.source->hints[instruction.b].load(std::memory_order_relaxed);
    const values::RecordField* const first = type->fields.data();
    const std::less<const values::RecordField*> before;
    if (!before(hinted, first) && before(hinted, first + type->fields.size())) [[likely]] {
      result.set_to_field(object, *hinted);
      explain_undefined(result, instruction);
      return true;
    }
  }
  return find_field(machine, frame, instruction, object, result);
}

// operations_output.cpp
bool run_emit(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_emit_slot(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_emit_slot_field(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_emit_name_field(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_begin_capture(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_end_capture(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_drop_capture(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_fragment(Machine& machine, Frame& frame, const Instruction& instruction);

// operations_value.cpp
bool run_constant(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_undefined(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_load_slot(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_load_slot_if_set(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_load_name(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_load_slot_field(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_load_name_field(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_field(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_item(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_slice(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_make_list(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_make_tuple(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_make_map(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_pop(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_store_slot(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_export_slot(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_unset_slots(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_unpack(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_store_field(Machine& machine, Frame& frame, const Instruction& instruction);

// operations_operator.cpp
bool run_negate(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_plus(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_logical_not(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_arithmetic(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_concatenate(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_compare(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_compare_chain(Machine& machine, Frame& frame, const Instruction& instruction);

// operations_flow.cpp
bool run_jump_if_false(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_jump_if_false_else_pop(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_jump_if_true_else_pop(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_jump_if_set(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_loop_begin(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_loop_next(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_loop_keep(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_loop_kept(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_loop_end(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_loop_field(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_allow_recursion(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_recursion_end(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_fail(Machine& machine, Frame& frame, const Instruction& instruction);

// operations_call.cpp
bool run_filter(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_length(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_test(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_call(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_call_macro(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_call_method(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_call_self(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_super(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_make_macro(Machine& machine, Frame& frame, const Instruction& instruction);

// operations_template.cpp
bool run_block_tag(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_extends(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_include(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_import(Machine& machine, Frame& frame, const Instruction& instruction);
bool run_import_name(Machine& machine, Frame& frame, const Instruction& instruction);

}  // namespace jinja
