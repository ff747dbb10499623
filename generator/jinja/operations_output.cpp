#include "jinja/operations.hpp"

namespace jinja {

bool run_emit(Machine& machine, Frame& frame, const Instruction& instruction) {
  const values::Value value = frame.pop();
  if (!machine.usable(frame, value)) {
    return false;
  }
  return machine.emit(frame, value, Escaping::from_code(instruction.flag));
}

bool run_emit_slot(Machine& machine, Frame& frame, const Instruction& instruction) {
  values::Value& value = frame.slots[instruction.a];
  explain_undefined(value, instruction);
  if (!machine.usable(frame, value)) {
    return false;
  }
  return machine.emit(frame, value, Escaping::from_code(instruction.flag));
}

bool run_emit_slot_field(Machine& machine, Frame& frame, const Instruction& instruction) {
  values::Value value;
  if (!read_field(machine, frame, instruction, frame.slots[instruction.count], value)) {
    return false;
  }
  if (!machine.usable(frame, value)) {
    return false;
  }
  return machine.emit(frame, value, Escaping::from_code(instruction.flag));
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
  frame.push(values::Value::text(machine.end_capture(), instruction.flag != 0
                                                            ? values::Safety::trusted
                                                            : values::Safety::plain));
  return true;
}

/// The first page that comes here renders the part, in its own frame: it reads nothing of the page.
bool run_fragment(Machine& machine, Frame& frame, const Instruction& instruction) {
  const Fragments* const fragments = machine.fragments();
  if (fragments != nullptr) {
    if (const std::string* const kept = fragments->find(instruction.b)) {
      machine.out().append(*kept);
      return true;
    }
  }
  const std::size_t start = machine.out().size();
  Frame inner;
  inner.source = frame.source;
  inner.routine = &frame.source->routines[instruction.a];
  inner.module = frame.module;
  inner.layer = frame.layer;
  inner.block = frame.block;
  if (!machine.run_routine(inner, [](Frame&) {})) {
    return false;
  }
  if (fragments != nullptr) {
    fragments->keep(instruction.b, std::string(machine.out().from(start)));
  }
  return true;
}

bool run_drop_capture(Machine& machine, Frame& /*frame*/, const Instruction& /*instruction*/) {
  machine.end_capture();
  return true;
}

}  // namespace jinja
