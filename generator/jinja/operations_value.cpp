#include "jinja/operations.hpp"
#include "jinja/subscript.hpp"
#include "values/value_operators.hpp"

#include <span>

namespace jinja {

namespace {

/// What messages about missing fields call values that are no records.
const values::RecordType& type_for_messages(const values::Value& value) {
  static constexpr values::RecordType kTypes[] = {
      {"value", {}}, {"none", {}}, {"boolean", {}}, {"integer", {}}, {"real number", {}},
      {"text", {}},  {"list", {}}, {"map", {}},     {"function", {}}};
  return kTypes[static_cast<std::size_t>(value.kind())];
}

/// Pushes the field that `instruction` reads. A failure leaves something on the stack too.
bool push_field(Machine& machine, Frame& frame, const Instruction& instruction,
                const values::Value& object) {
  if (!read_field(machine, frame, instruction, object, *frame.top++)) {
    return false;
  }
  decide_by_top(frame);
  return true;
}

std::vector<values::Value> pop_many(Frame& frame, std::size_t count) {
  values::Value* const first = frame.top - count;
  std::vector<values::Value> items(std::make_move_iterator(first),
                                   std::make_move_iterator(frame.top));
  frame.top = first;
  return items;
}

}  // namespace

void explain_absence(values::Value& value, const Instruction& instruction) {
  if (value.absence()->place == nullptr) {
    value = values::Value::undefined({&instruction, value.absence()->type});
  }
}

bool find_field(Machine& machine, const Frame& frame, const Instruction& instruction,
                const values::Value& object, values::Value& result) {
  const std::string_view name = frame.source->fields[instruction.a];
  if (const values::RecordType* const type = object.record_type()) {
    if (const values::RecordField* const field = type->find(name)) {
      frame.source->hints[instruction.b].store(field, std::memory_order_relaxed);
      result = object.read_field(*field);
      explain_undefined(result, instruction);
      return true;
    }
    result = values::Value::undefined({&instruction, type});
    return true;
  }
  switch (object.kind()) {
    case values::Kind::map:
    case values::Kind::list:
      result = object.member(name);
      break;
    case values::Kind::object:
      result = static_cast<TemplateObject*>(object.as_object())->field(name);
      break;
    case values::Kind::undefined:
      if (machine.undefined_mode() != Undefined::chainable) {
        return machine.fail_undefined(frame, object);
      }
      result = object;
      return true;
    default:
      result = values::Value();
  }
  if (result.is_undefined()) {
    result = values::Value::undefined({&instruction, &type_for_messages(object)});
  }
  return true;
}

bool run_constant(Machine& /*machine*/, Frame& frame, const Instruction& instruction) {
  frame.push(frame.source->constants[instruction.a]);
  return true;
}

bool run_undefined(Machine& /*machine*/, Frame& frame, const Instruction& instruction) {
  frame.push(values::Value::undefined({&instruction, nullptr}));
  return true;
}

bool run_load_slot(Machine& /*machine*/, Frame& frame, const Instruction& instruction) {
  frame.push(frame.slots[instruction.a]);
  explain_undefined(frame.top[-1], instruction);
  decide_by_top(frame);
  return true;
}

bool run_load_slot_if_set(Machine& /*machine*/, Frame& frame, const Instruction& instruction) {
  const values::Value& value = frame.slots[instruction.a];
  const values::Absence* const absence = value.absence();
  if (absence == nullptr || absence->place != nullptr) {
    frame.push(value);
    frame.next = frame.routine->code.data() + instruction.b;
  }
  return true;
}

bool run_load_name(Machine& /*machine*/, Frame& frame, const Instruction& instruction) {
  const values::Value* const value = frame.layer->find(instruction.a);
  frame.push(value == nullptr ? values::Value() : *value);
  explain_undefined(frame.top[-1], instruction);
  return true;
}

bool run_load_slot_field(Machine& machine, Frame& frame, const Instruction& instruction) {
  values::Value& object = frame.slots[instruction.count];
  if (object.is_undefined() && object.absence()->place == nullptr) {
    if (machine.undefined_mode() != Undefined::chainable) {
      return machine.fail_unset(frame, frame.routine->slot_names[instruction.count]);
    }
    explain_undefined(object, instruction);
  }
  return push_field(machine, frame, instruction, object);
}

bool run_load_name_field(Machine& machine, Frame& frame, const Instruction& instruction) {
  const values::Value* const object = frame.layer->find(instruction.count);
  if (object == nullptr || (object->is_undefined() && object->absence()->place == nullptr)) {
    if (machine.undefined_mode() != Undefined::chainable) {
      return machine.fail_unknown_name(frame, instruction.count);
    }
    frame.push(values::Value::undefined({&instruction, nullptr}));
    return true;
  }
  return push_field(machine, frame, instruction, *object);
}

bool run_field(Machine& machine, Frame& frame, const Instruction& instruction) {
  const values::Value object = frame.pop();
  return push_field(machine, frame, instruction, object);
}

bool run_item(Machine& machine, Frame& frame, const Instruction& instruction) {
  const values::Value index = frame.pop();
  const values::Value object = frame.pop();
  if (object.is_undefined()) {
    if (machine.undefined_mode() != Undefined::chainable) {
      return machine.fail_undefined(frame, object);
    }
    frame.push(object);
    return true;
  }
  if (!machine.usable(frame, index)) {
    return false;
  }
  if (index.kind() == values::Kind::text && object.kind() == values::Kind::object) {
    frame.push(static_cast<TemplateObject*>(object.as_object())->field(index.as_text()));
  } else {
    frame.push(item_of(object, index));
  }
  if (frame.top[-1].is_undefined()) {
    const values::RecordType* const type = object.record_type();
    frame.top[-1] = values::Value::undefined(
        {&instruction, type != nullptr ? type : &type_for_messages(object)});
  }
  return true;
}

bool run_slice(Machine& machine, Frame& frame, const Instruction& /*instruction*/) {
  const std::vector<values::Value> parts = pop_many(frame, 4);
  for (const values::Value& part : parts) {
    if (!machine.usable(frame, part)) {
      return false;
    }
  }
  ValueOrReason result = slice_of(parts[0], parts[1], parts[2], parts[3]);
  if (!result) {
    return machine.fail(frame, "jinja/wrong-type", result.error());
  }
  frame.push(std::move(*result));
  return true;
}

bool run_make_list(Machine& /*machine*/, Frame& frame, const Instruction& instruction) {
  frame.push(values::Value::list(pop_many(frame, instruction.a)));
  return true;
}

bool run_make_tuple(Machine& /*machine*/, Frame& frame, const Instruction& instruction) {
  frame.push(values::Value::tuple(pop_many(frame, instruction.a)));
  return true;
}

bool run_make_map(Machine& machine, Frame& frame, const Instruction& instruction) {
  const std::vector<values::Value> parts = pop_many(frame, std::size_t{2} * instruction.a);
  values::Map map;
  for (std::size_t i = 0; i < parts.size(); i += 2) {
    if (!machine.usable(frame, parts[i])) {
      return false;
    }
    map.set(values::printed(parts[i]), parts[i + 1]);
  }
  frame.push(values::Value::map(std::move(map)));
  return true;
}

bool run_pop(Machine& /*machine*/, Frame& frame, const Instruction& /*instruction*/) {
  frame.pop();
  return true;
}

bool run_store_slot(Machine& /*machine*/, Frame& frame, const Instruction& instruction) {
  values::Value& slot = frame.slots[instruction.a];
  slot = frame.pop();
  // From here on the name is set, if only to something undefined.
  explain_undefined(slot, instruction);
  return true;
}

bool run_export_slot(Machine& /*machine*/, Frame& frame, const Instruction& instruction) {
  frame.layer->set(instruction.b, frame.slots[instruction.a]);
  return true;
}

bool run_unset_slots(Machine& /*machine*/, Frame& frame, const Instruction& instruction) {
  for (std::uint32_t i = 0; i < instruction.b; ++i) {
    frame.slots[instruction.a + i] = values::Value();
  }
  return true;
}

bool run_unpack(Machine& machine, Frame& frame, const Instruction& instruction) {
  const values::Value whole = frame.pop();
  if (!machine.usable(frame, whole)) {
    return false;
  }
  const ValueOrReason items = items_of(whole);
  if (!items) {
    return machine.fail(frame, "jinja/wrong-type", items.error());
  }
  if (items->size() != instruction.a) {
    return machine.fail(frame, "jinja/wrong-type",
                        std::to_string(instruction.a) + " names are set here, but there are " +
                            std::to_string(items->size()) + " values");
  }
  for (std::size_t i = items->size(); i > 0; --i) {
    frame.push(items->at(i - 1));
  }
  return true;
}

bool run_store_field(Machine& machine, Frame& frame, const Instruction& instruction) {
  const values::Value object = frame.pop();
  values::Value value = frame.pop();
  Namespace* const name_space = object_as<Namespace>(object);
  if (name_space == nullptr) {
    return machine.fail(
        frame, "jinja/wrong-type",
        "only fields of a namespace can be set, not those of " + values::describe_kind(object),
        "make one with {% set name = namespace() %}");
  }
  explain_undefined(value, instruction);
  name_space->members.set(std::string(frame.source->fields[instruction.a]), std::move(value));
  return true;
}

}  // namespace jinja
