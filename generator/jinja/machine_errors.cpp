#include "jinja/machine.hpp"
#include "text/suggestion.hpp"
#include "values/value_operators.hpp"

#include <algorithm>

/// What the machine says when something is wrong.
namespace jinja {

namespace {

std::string quoted(std::string_view name) {
  return "\"" + std::string(name) + "\"";
}

/// An instruction with the template it belongs to.
struct Origin {
  const Template* source = nullptr;
  const Routine* routine = nullptr;
  const Instruction* instruction = nullptr;
};

/// Finds the instruction that an undefined value names as its reason.
Origin find_origin(const Program& program, const void* place) {
  const auto* const instruction = static_cast<const Instruction*>(place);
  for (const Template& source : program.templates) {
    for (const Routine& routine : source.routines) {
      const Instruction* const begin = routine.code.data();
      const std::less<const Instruction*> before;
      if (!before(instruction, begin) && before(instruction, begin + routine.code.size())) {
        return {&source, &routine, instruction};
      }
    }
  }
  return {};
}

bool reads_field(Op op) {
  return op == Op::field || op == Op::load_slot_field || op == Op::load_name_field ||
         op == Op::emit_slot_field || op == Op::emit_name_field;
}

}  // namespace

Place Machine::place_of(const Frame& frame, const Instruction* instruction) const {
  const Instruction* const begin = frame.routine->code.data();
  return frame.routine->places[static_cast<std::size_t>(instruction - begin)];
}

bool Machine::fail_with(diagnostics::Diagnostic diagnostic) {
  error_ = std::move(diagnostic);
  return false;
}

bool Machine::fail(const Frame& frame, std::string_view code, std::string message,
                   std::string remedy) {
  return fail_with(diagnostics::at_offset(
      *frame.source->source, place_of(frame, frame.next - 1).offset,
      {.code = std::string(code), .message = std::move(message), .remedy = std::move(remedy)}));
}

bool Machine::fail_at_start(const Frame& frame, std::string_view code, std::string message,
                            std::string remedy) {
  return fail_with(diagnostics::at_offset(
      *frame.source->source, place_of(frame, frame.next - 1).start,
      {.code = std::string(code), .message = std::move(message), .remedy = std::move(remedy)}));
}

bool Machine::note_at(const Frame& frame, const Instruction* instruction, std::string message) {
  // A chain that is longer than a screen says no more than its nearest part.
  static constexpr std::size_t kMaxNotes = 12;
  if (error_ && error_->notes.size() < kMaxNotes) {
    error_->notes.push_back(
        {diagnostics::location_at(*frame.source->source, place_of(frame, instruction).offset),
         std::move(message)});
  }
  return false;
}

bool Machine::note(const Frame& frame, std::string message) {
  return note_at(frame, frame.next - 1, std::move(message));
}

bool Machine::fail_depth(const Frame& frame) {
  return fail_with(
      diagnostics::at_offset(*frame.source->source, frame.routine->places.front().offset,
                             {.code = "jinja/recursion-limit",
                              .message = "templates, blocks and macros call each other more than " +
                                         std::to_string(program_.options.limits.depth) + " deep",
                              .remedy = "look for one that includes or calls itself"}));
}

bool Machine::fail_rounds(const Frame& frame) {
  return fail(frame, "jinja/loop-limit",
              "the loops of this page run for more than " +
                  std::to_string(program_.options.limits.rounds) + " rounds together",
              "look for loops inside loops over long lists");
}

bool Machine::fail_output_size(const Frame& frame) {
  return fail(
      frame, "jinja/output-limit",
      "this page is larger than " + std::to_string(program_.options.limits.output_size) + " bytes",
      "look for a loop that writes more than it should");
}

bool Machine::is_soft(const values::Value& value) {
  const void* const place = value.absence()->place;
  return place != nullptr && static_cast<const Instruction*>(place)->op == Op::undefined;
}

std::string Machine::suggest_variable(std::string_view name, const Frame& frame) const {
  std::vector<std::string_view> candidates;
  for (const std::string_view slot : frame.routine->slot_names) {
    if (!slot.empty()) {
      candidates.push_back(slot);
    }
  }
  for (const Layer* layer = frame.layer; layer != nullptr; layer = layer->below()) {
    for (const auto& variable : layer->names()) {
      candidates.emplace_back(program_.variables.name_of(variable.first));
    }
  }
  for (const values::Map* given : {&input_.globals, &input_.context}) {
    for (const values::Map::Member& member : given->members()) {
      candidates.emplace_back(member.first);
    }
  }
  std::erase(candidates, name);
  return text::did_you_mean(name, candidates);
}

const values::Value* Machine::object_read_by(const Frame& frame, const Instruction& instruction) {
  switch (instruction.op) {
    case Op::load_slot_field:
    case Op::emit_slot_field:
      return &frame.slots[instruction.count];
    case Op::load_name_field:
    case Op::emit_name_field:
      return frame.layer->find(instruction.count);
    default:
      return nullptr;
  }
}

bool Machine::fail_undefined(const Frame& frame, const values::Value& value) {
  const values::Absence& absence = *value.absence();
  const Origin origin = find_origin(program_, absence.place);
  const auto say = [&](std::string message, std::string remedy = {}) {
    return fail(frame, "jinja/undefined", std::move(message), std::move(remedy));
  };
  if (origin.instruction == nullptr) {
    return say("this value is undefined");
  }
  const Instruction& made_by = *origin.instruction;
  if (made_by.op == Op::load_name) {
    return fail_unknown_name(frame, made_by.a);
  }
  if ((reads_field(made_by.op) || made_by.op == Op::import_name) && absence.type != nullptr) {
    std::vector<std::string_view> fields;
    for (const values::RecordField& field : absence.type->fields) {
      fields.push_back(field.name);
    }
    const std::string_view name = origin.source->fields[made_by.a];
    const values::Value* const object =
        origin.routine == frame.routine ? object_read_by(frame, made_by) : nullptr;
    if (object != nullptr && object->kind() == values::Kind::map) {
      return fail_missing_field(frame, *object, name);
    }
    return say(values::with_article(absence.type->name) + " has no field " + quoted(name),
               text::did_you_mean(name, fields));
  }
  switch (made_by.op) {
    case Op::load_slot:
    case Op::emit_slot:
    case Op::load_slot_if_set:
      return fail_unset(frame, origin.routine->slot_names[made_by.a]);
    case Op::item:
      return say("there is no such item");
    case Op::filter:
      return say("the filter " + quoted(origin.source->filters[made_by.a].name) + " gave no value");
    default:
      return say("this value is undefined");
  }
}

bool Machine::fail_unset(const Frame& frame, std::string_view name) {
  return fail(frame, "jinja/undefined", quoted(name) + " has no value",
              "give it one, or a default");
}

bool Machine::fail_unknown_name(const Frame& frame, NameId name) {
  const std::string& unknown = program_.variables.name_of(name);
  return fail_at_start(frame, "jinja/undefined", quoted(unknown) + " is not defined",
                       suggest_variable(unknown, frame));
}

bool Machine::fail_missing_field(const Frame& frame, const values::Value& object,
                                 std::string_view field) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < object.size() && object.kind() == values::Kind::map; ++i) {
    names.push_back(object.member_name(i));
  }
  if (const auto* const module = object_as<ModuleObject>(object)) {
    names = module->names();
    return fail(frame, "jinja/undefined",
                quoted(module->source().name) + " has no " + quoted(field) + " to import",
                text::did_you_mean(field, names));
  }
  return fail(frame, "jinja/undefined",
              values::describe_kind(object) + " has no field " + quoted(field),
              text::did_you_mean(field, names));
}

}  // namespace jinja
