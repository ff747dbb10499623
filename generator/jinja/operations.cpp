#include "jinja/operations.hpp"

#include <array>

namespace jinja {

namespace {

bool run_end(Machine& /*machine*/, Frame& /*frame*/, const Instruction& /*instruction*/) {
  return true;  // Machine::run stops before
}

// In the order of Op.
constexpr std::array kOperations = {
    Operation{run_end},
    // Output
    Operation{run_text}, Operation{run_emit}, Operation{run_emit_slot},
    Operation{run_emit_slot_field}, Operation{run_emit_name_field}, Operation{run_begin_capture},
    Operation{run_end_capture}, Operation{run_drop_capture},
    // Values
    Operation{run_constant}, Operation{run_undefined}, Operation{run_load_slot},
    Operation{run_load_slot_if_set}, Operation{run_load_name}, Operation{run_load_slot_field},
    Operation{run_load_name_field}, Operation{run_loop_field}, Operation{run_field},
    Operation{run_item}, Operation{run_slice}, Operation{run_make_list}, Operation{run_make_tuple},
    Operation{run_make_map}, Operation{run_pop},
    // Operators
    Operation{run_negate}, Operation{run_plus}, Operation{run_logical_not},
    Operation{run_arithmetic}, Operation{run_concatenate}, Operation{run_compare},
    Operation{run_compare_chain},
    // Flow
    Operation{run_jump}, Operation{run_jump_if_false}, Operation{run_jump_if_false_else_pop},
    Operation{run_jump_if_true_else_pop}, Operation{run_jump_if_set}, Operation{run_loop_begin},
    Operation{run_loop_next}, Operation{run_loop_keep}, Operation{run_loop_kept},
    Operation{run_loop_end}, Operation{run_allow_recursion}, Operation{run_recursion_end},
    Operation{run_fail},
    // Variables
    Operation{run_store_slot}, Operation{run_export_slot}, Operation{run_unset_slots},
    Operation{run_unpack}, Operation{run_store_field},
    // Calls
    Operation{run_filter}, Operation{run_test}, Operation{run_call}, Operation{run_call_method},
    Operation{run_call_self}, Operation{run_super}, Operation{run_make_macro},
    // Other templates
    Operation{run_block_tag}, Operation{run_extends}, Operation{run_include}, Operation{run_import},
    Operation{run_import_name}};

static_assert(kOperations.size() == static_cast<std::size_t>(Op::import_name) + 1);

}  // namespace

bool Machine::run(Frame& frame) {
  for (;;) {
    const Instruction& instruction = *frame.next++;
    if (instruction.op == Op::end) {
      return true;
    }
    if (!kOperations[static_cast<std::size_t>(instruction.op)](*this, frame, instruction)) {
      return false;
    }
  }
}

}  // namespace jinja
