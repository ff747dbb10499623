#include "jinja/operations.hpp"

namespace jinja {

/// One function for each instruction but the plainest. Called by name, each from here only, so that
/// the compiler puts them into the loop.
bool Machine::run(Frame& frame) {
  for (;;) {
    const Instruction& instruction = *frame.next++;
    bool good = true;
    switch (instruction.op) {
      case Op::end:
        return true;
      case Op::text:
        out_->append(frame.source->texts[instruction.a]);
        continue;
      case Op::jump:
        frame.next = frame.routine->code.data() + instruction.a;
        continue;
      case Op::emit:
        good = run_emit(*this, frame, instruction);
        break;
      case Op::emit_slot:
        good = run_emit_slot(*this, frame, instruction);
        break;
      case Op::emit_slot_field:
        good = run_emit_slot_field(*this, frame, instruction);
        break;
      case Op::emit_name_field:
        good = run_emit_name_field(*this, frame, instruction);
        break;
      case Op::begin_capture:
        good = run_begin_capture(*this, frame, instruction);
        break;
      case Op::end_capture:
        good = run_end_capture(*this, frame, instruction);
        break;
      case Op::drop_capture:
        good = run_drop_capture(*this, frame, instruction);
        break;
      case Op::fragment:
        good = run_fragment(*this, frame, instruction);
        break;
      case Op::constant:
        good = run_constant(*this, frame, instruction);
        break;
      case Op::undefined:
        good = run_undefined(*this, frame, instruction);
        break;
      case Op::load_slot:
        good = run_load_slot(*this, frame, instruction);
        break;
      case Op::load_slot_if_set:
        good = run_load_slot_if_set(*this, frame, instruction);
        break;
      case Op::load_name:
        good = run_load_name(*this, frame, instruction);
        break;
      case Op::load_slot_field:
        good = run_load_slot_field(*this, frame, instruction);
        break;
      case Op::load_name_field:
        good = run_load_name_field(*this, frame, instruction);
        break;
      case Op::loop_field:
        good = run_loop_field(*this, frame, instruction);
        break;
      case Op::field:
        good = run_field(*this, frame, instruction);
        break;
      case Op::item:
        good = run_item(*this, frame, instruction);
        break;
      case Op::slice:
        good = run_slice(*this, frame, instruction);
        break;
      case Op::make_list:
        good = run_make_list(*this, frame, instruction);
        break;
      case Op::make_tuple:
        good = run_make_tuple(*this, frame, instruction);
        break;
      case Op::make_map:
        good = run_make_map(*this, frame, instruction);
        break;
      case Op::pop:
        good = run_pop(*this, frame, instruction);
        break;
      case Op::negate:
        good = run_negate(*this, frame, instruction);
        break;
      case Op::plus:
        good = run_plus(*this, frame, instruction);
        break;
      case Op::logical_not:
        good = run_logical_not(*this, frame, instruction);
        break;
      case Op::arithmetic:
        good = run_arithmetic(*this, frame, instruction);
        break;
      case Op::concatenate:
        good = run_concatenate(*this, frame, instruction);
        break;
      case Op::compare:
        good = run_compare(*this, frame, instruction);
        break;
      case Op::compare_chain:
        good = run_compare_chain(*this, frame, instruction);
        break;
      case Op::jump_if_false:
        good = run_jump_if_false(*this, frame, instruction);
        break;
      case Op::jump_if_false_else_pop:
        good = run_jump_if_false_else_pop(*this, frame, instruction);
        break;
      case Op::jump_if_true_else_pop:
        good = run_jump_if_true_else_pop(*this, frame, instruction);
        break;
      case Op::jump_if_set:
        good = run_jump_if_set(*this, frame, instruction);
        break;
      case Op::loop_begin:
        good = run_loop_begin(*this, frame, instruction);
        break;
      case Op::loop_next:
        good = run_loop_next(*this, frame, instruction);
        break;
      case Op::loop_keep:
        good = run_loop_keep(*this, frame, instruction);
        break;
      case Op::loop_kept:
        good = run_loop_kept(*this, frame, instruction);
        break;
      case Op::loop_end:
        good = run_loop_end(*this, frame, instruction);
        break;
      case Op::allow_recursion:
        good = run_allow_recursion(*this, frame, instruction);
        break;
      case Op::recursion_end:
        good = run_recursion_end(*this, frame, instruction);
        break;
      case Op::fail:
        good = run_fail(*this, frame, instruction);
        break;
      case Op::store_slot:
        good = run_store_slot(*this, frame, instruction);
        break;
      case Op::export_slot:
        good = run_export_slot(*this, frame, instruction);
        break;
      case Op::unset_slots:
        good = run_unset_slots(*this, frame, instruction);
        break;
      case Op::unpack:
        good = run_unpack(*this, frame, instruction);
        break;
      case Op::store_field:
        good = run_store_field(*this, frame, instruction);
        break;
      case Op::filter:
        good = run_filter(*this, frame, instruction);
        break;
      case Op::length:
        good = run_length(*this, frame, instruction);
        break;
      case Op::test:
        good = run_test(*this, frame, instruction);
        break;
      case Op::call:
        good = run_call(*this, frame, instruction);
        break;
      case Op::call_macro:
        good = run_call_macro(*this, frame, instruction);
        break;
      case Op::call_method:
        good = run_call_method(*this, frame, instruction);
        break;
      case Op::call_self:
        good = run_call_self(*this, frame, instruction);
        break;
      case Op::super:
        good = run_super(*this, frame, instruction);
        break;
      case Op::make_macro:
        good = run_make_macro(*this, frame, instruction);
        break;
      case Op::block:
        good = run_block_tag(*this, frame, instruction);
        break;
      case Op::extends:
        good = run_extends(*this, frame, instruction);
        break;
      case Op::include:
        good = run_include(*this, frame, instruction);
        break;
      case Op::import:
        good = run_import(*this, frame, instruction);
        break;
      case Op::import_name:
        good = run_import_name(*this, frame, instruction);
        break;
    }
    if (!good) {
      return false;
    }
  }
}

}  // namespace jinja
