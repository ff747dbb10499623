#include "jinja/operations.hpp"

namespace jinja {

namespace {

using Operation = bool (*)(Machine& machine, Frame& frame, const Instruction& instruction);

bool run_end(Machine& /*machine*/, Frame& /*frame*/, const Instruction& /*instruction*/) {
  return true;  // Machine::run stops before
}

// In the order of Op.
constexpr Operation kOperations[] = {
    run_end,
    run_text,
    run_emit,
    run_emit_slot,
    run_emit_slot_field,
    run_emit_name_field,
    run_begin_capture,
    run_end_capture,
    run_drop_capture,
    run_fragment,
    run_constant,
    run_undefined,
    run_load_slot,
    run_load_slot_if_set,
    run_load_name,
    run_load_slot_field,
    run_load_name_field,
    run_loop_field,
    run_field,
    run_item,
    run_slice,
    run_make_list,
    run_make_tuple,
    run_make_map,
    run_pop,
    run_negate,
    run_plus,
    run_logical_not,
    run_arithmetic,
    run_concatenate,
    run_compare,
    run_compare_chain,
    run_jump,
    run_jump_if_false,
    run_jump_if_false_else_pop,
    run_jump_if_true_else_pop,
    run_jump_if_set,
    run_loop_begin,
    run_loop_next,
    run_loop_keep,
    run_loop_kept,
    run_loop_end,
    run_allow_recursion,
    run_recursion_end,
    run_fail,
    run_store_slot,
    run_export_slot,
    run_unset_slots,
    run_unpack,
    run_store_field,
    run_filter,
    run_test,
    run_call,
    run_call_macro,
    run_call_method,
    run_call_self,
    run_super,
    run_make_macro,
    run_block_tag,
    run_extends,
    run_include,
    run_import,
    run_import_name};

static_assert(std::size(kOperations) == static_cast<std::size_t>(Op::import_name) + 1);

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
        if (!kOperations[static_cast<std::size_t>(instruction.op)](*this, frame, instruction)) {
          return false;
        }
    }
  }
}

}  // namespace jinja
