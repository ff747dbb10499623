#include "jinja/operations.hpp"

namespace jinja {

namespace {

/// One function for each instruction but those that Machine::run does by itself. Called by name,
/// each from here only, so that the compiler puts them into the loop, as it does with this one.
[[gnu::always_inline]] inline bool run_instruction(Machine& machine, Frame& frame,
                                                   const Instruction& instruction) {
  switch (instruction.op) {
    case Op::end:
    case Op::text:
    case Op::jump:
      return true;
    case Op::emit:
      return run_emit(machine, frame, instruction);
    case Op::emit_slot:
      return run_emit_slot(machine, frame, instruction);
    case Op::emit_slot_field:
      return run_emit_slot_field(machine, frame, instruction);
    case Op::emit_name_field:
      return run_emit_name_field(machine, frame, instruction);
    case Op::begin_capture:
      return run_begin_capture(machine, frame, instruction);
    case Op::end_capture:
      return run_end_capture(machine, frame, instruction);
    case Op::drop_capture:
      return run_drop_capture(machine, frame, instruction);
    case Op::fragment:
      return run_fragment(machine, frame, instruction);
    case Op::constant:
      return run_constant(machine, frame, instruction);
    case Op::undefined:
      return run_undefined(machine, frame, instruction);
    case Op::load_slot:
      return run_load_slot(machine, frame, instruction);
    case Op::load_slot_if_set:
      return run_load_slot_if_set(machine, frame, instruction);
    case Op::load_name:
      return run_load_name(machine, frame, instruction);
    case Op::load_slot_field:
      return run_load_slot_field(machine, frame, instruction);
    case Op::load_name_field:
      return run_load_name_field(machine, frame, instruction);
    case Op::loop_field:
      return run_loop_field(machine, frame, instruction);
    case Op::field:
      return run_field(machine, frame, instruction);
    case Op::item:
      return run_item(machine, frame, instruction);
    case Op::slice:
      return run_slice(machine, frame, instruction);
    case Op::make_list:
      return run_make_list(machine, frame, instruction);
    case Op::make_tuple:
      return run_make_tuple(machine, frame, instruction);
    case Op::make_map:
      return run_make_map(machine, frame, instruction);
    case Op::pop:
      return run_pop(machine, frame, instruction);
    case Op::negate:
      return run_negate(machine, frame, instruction);
    case Op::plus:
      return run_plus(machine, frame, instruction);
    case Op::logical_not:
      return run_logical_not(machine, frame, instruction);
    case Op::arithmetic:
      return run_arithmetic(machine, frame, instruction);
    case Op::concatenate:
      return run_concatenate(machine, frame, instruction);
    case Op::compare:
      return run_compare(machine, frame, instruction);
    case Op::compare_chain:
      return run_compare_chain(machine, frame, instruction);
    case Op::jump_if_false:
      return run_jump_if_false(machine, frame, instruction);
    case Op::jump_if_false_else_pop:
      return run_jump_if_false_else_pop(machine, frame, instruction);
    case Op::jump_if_true_else_pop:
      return run_jump_if_true_else_pop(machine, frame, instruction);
    case Op::jump_if_set:
      return run_jump_if_set(machine, frame, instruction);
    case Op::loop_begin:
      return run_loop_begin(machine, frame, instruction);
    case Op::loop_next:
      return run_loop_next(machine, frame, instruction);
    case Op::loop_keep:
      return run_loop_keep(machine, frame, instruction);
    case Op::loop_kept:
      return run_loop_kept(machine, frame, instruction);
    case Op::loop_end:
      return run_loop_end(machine, frame, instruction);
    case Op::allow_recursion:
      return run_allow_recursion(machine, frame, instruction);
    case Op::recursion_end:
      return run_recursion_end(machine, frame, instruction);
    case Op::fail:
      return run_fail(machine, frame, instruction);
    case Op::store_slot:
      return run_store_slot(machine, frame, instruction);
    case Op::export_slot:
      return run_export_slot(machine, frame, instruction);
    case Op::unset_slots:
      return run_unset_slots(machine, frame, instruction);
    case Op::unpack:
      return run_unpack(machine, frame, instruction);
    case Op::store_field:
      return run_store_field(machine, frame, instruction);
    case Op::filter:
      return run_filter(machine, frame, instruction);
    case Op::length:
      return run_length(machine, frame, instruction);
    case Op::test:
      return run_test(machine, frame, instruction);
    case Op::call:
      return run_call(machine, frame, instruction);
    case Op::call_macro:
      return run_call_macro(machine, frame, instruction);
    case Op::call_method:
      return run_call_method(machine, frame, instruction);
    case Op::call_self:
      return run_call_self(machine, frame, instruction);
    case Op::super:
      return run_super(machine, frame, instruction);
    case Op::make_macro:
      return run_make_macro(machine, frame, instruction);
    case Op::block:
      return run_block_tag(machine, frame, instruction);
    case Op::extends:
      return run_extends(machine, frame, instruction);
    case Op::include:
      return run_include(machine, frame, instruction);
    case Op::import:
      return run_import(machine, frame, instruction);
    case Op::import_name:
      return run_import_name(machine, frame, instruction);
  }
  return true;
}

}  // namespace

bool Machine::run(Frame& frame) {
  for (;;) {
    const Instruction& instruction = *frame.next++;
    switch (instruction.op) {
      case Op::end:
        return true;
      case Op::text:
        out_->append(frame.source->texts[instruction.a]);
        break;
      case Op::jump:
        frame.next = frame.routine->code.data() + instruction.a;
        break;
      default:
        if (!run_instruction(*this, frame, instruction)) {
          return false;
        }
    }
  }
}

}  // namespace jinja
