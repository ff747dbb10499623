#include "jinja/operations.hpp"

namespace jinja {

namespace {

/// Appends the text that stands before the output of `instruction`.
void append_text_before(Machine& machine, const Frame& frame, const Instruction& instruction) {
  if (instruction.text != 0) {
    machine.out().append(frame.source->texts[instruction.text - 1]);
  }
}

}  // namespace

bool run_emit(Machine& machine, Frame& frame, const Instruction& instruction) {
  const values::Value value = frame.pop();
  if (!machine.usable(frame, value)) {
    return false;
  }
  return machine.emit(frame, value, Escaping::from_code(instruction.flag));
}

bool run_emit_slot(Machine& machine, Frame& frame, const Instruction& instruction) {
  append_text_before(machine, frame, instruction);
  values::Value& value = frame.slots[instruction.a];
  explain_undefined(value, instruction);
  if (!machine.usable(frame, value)) {
    return false;
  }
  return machine.emit(frame, value, Escaping::from_code(instruction.flag));
}

bool run_emit_slot_field(Machine& machine, Frame& frame, const Instruction& instruction) {
  append_text_before(machine, frame, instruction);
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
  append_text_before(machine, frame, instruction);
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

bool Machine::append_kept(std::uint32_t index) {
  const Fragment* const kept = fragments_ == nullptr ? nullptr : fragments_->find(index);
  const Limits& limits = program_.options.limits;
  if (kept == nullptr || depth_ + kept->depth > limits.depth ||
      rounds_ + kept->rounds > limits.rounds ||
      out_->size() + kept->text.size() > limits.output_size) {
    return false;
  }
  rounds_ += kept->rounds;
  deepest_ = std::max(deepest_, depth_ + kept->depth);
  out_->append(kept->text);
  return true;
}

/// The first page that comes here renders the part, in its own frame: it reads nothing of the page.
bool run_fragment(Machine& machine, Frame& frame, const Instruction& instruction) {
  if (machine.append_kept(instruction.b)) {
    return true;
  }
  Frame inner;
  inner.source = frame.source;
  inner.routine = &frame.source->routines[instruction.a];
  inner.module = frame.module;
  inner.layer = frame.layer;
  inner.block = frame.block;
  return machine.keep_written(instruction.b,
                              [&] { return machine.run_routine(inner, [](Frame&) {}); });
}

bool run_drop_capture(Machine& machine, Frame& /*frame*/, const Instruction& /*instruction*/) {
  machine.end_capture();
  return true;
}

}  // namespace jinja
