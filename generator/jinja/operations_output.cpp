#include "jinja/operations.hpp"

namespace jinja {

bool run_text(Machine& machine, Frame& frame, const Instruction& instruction) {
  machine.out().append(frame.source->texts[instruction.a]);
  return true;
}

bool run_emit(Machine& machine, Frame& frame, const Instruction& instruction) {
  const values::Value value = frame.pop();
  if (!machine.usable(frame, value)) {
    return false;
  }
  machine.emit(value, instruction.flag != 0);
  return true;
}

bool run_emit_slot(Machine& machine, Frame& frame, const Instruction& instruction) {
  values::Value& value = frame.slots[instruction.a];
  explain_undefined(value, instruction);
  if (!machine.usable(frame, value)) {
    return false;
  }
  machine.emit(value, instruction.flag != 0);
  return true;
}

bool run_emit_slot_field(Machine& machine, Frame& frame, const Instruction& instruction) {
  values::Value value;
  if (!read_field(machine, frame, instruction, frame.slots[instruction.count], value)) {
    return false;
  }
  if (!machine.usable(frame, value)) {
    return false;
  }
  machine.emit(value, instruction.flag != 0);
  return true;
}

bool run_emit_name_field(Machine& machine, Frame& frame, const Instruction& instruction) {
  if (!run_load_name_field(machine, frame, instruction)) {
    return false;
  }
  return run_emit(machine, frame, instruction);
}

bool run_begin_capture(Machine& machine, Frame& /*frame*/, const Instruction& /*instruction*/) {
  machine.begin_capture();
  return true;
}

bool run_end_capture(Machine& machine, Frame& frame, const Instruction& instruction) {
  frame.push(values::Value::text(
      machine.end_capture(),
      instruction.flag != 0 ? values::Safety::trusted : values::Safety::plain));
  return true;
}

bool run_drop_capture(Machine& machine, Frame& /*frame*/, const Instruction& /*instruction*/) {
  machine.end_capture();
  return true;
}

}  // namespace jinja
