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
  return fail_with(diagnostics::at_offset(*frame.source->source,
                                          place_of(frame, frame.next - 1).offset,
                                          {.code = std::string(code),
                                           .message = std::move(message),
                                           .remedy = std::move(remedy)}));
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
  return fail_with(diagnostics::at_offset(
      *frame.source->source, frame.routine->places.front().offset,
      {.code = "jinja/recursion-limit",
       .message = "templates, blocks and macros call each other more than " +
                  std::to_string(kMaxCallDepth) + " deep",
       .remedy = "look for one that includes or calls itself"}));
}

bool Machine::fail_rounds(const Frame& frame) {
  return fail(frame, "jinja/loop-limit",
              "the loops of this page run for more than " + std::to_string(kMaxRounds) +
                  " rounds together");
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
  for (std::size_t id = 0; id < frame.layer->base().size(); ++id) {
    if (frame.layer->base()[id] != nullptr) {
      candidates.emplace_back(program_.variables.name_of(static_cast<NameId>(id)));
    }
  }
  std::erase(candidates, name);
  return text::did_you_mean(name, candidates);
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
    const std::string& name = program_.variables.name_of(made_by.a);
    return say(quoted(name) + " is not defined", suggest_variable(name, frame));
  }
  if ((reads_field(made_by.op) || made_by.op == Op::import_name) && absence.type != nullptr) {
    std::vector<std::string_view> fields;
    for (const values::RecordField& field : absence.type->fields) {
      fields.push_back(field.name);
    }
    const std::string_view name = origin.source->fields[made_by.a];
    return say(values::with_article(absence.type->name) + " has no field " + quoted(name),
               text::did_you_mean(name, fields));
  }
  switch (made_by.op) {
    case Op::load_slot:
    case Op::emit_slot:
    case Op::load_slot_if_set:
      return say(quoted(origin.routine->slot_names[made_by.a]) + " has no value",
                 "give it one, or a default");
    case Op::item:
      return say("there is no such item");
    case Op::filter:
      return say("the filter " + quoted(origin.source->filters[made_by.a].name) + " gave no value");
    default:
      return say("this value is undefined");
  }
}

bool Machine::fail_missing_field(const Frame& frame, const values::Value& object,
                                 std::string_view field) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < object.size() && object.kind() == values::Kind::map; ++i) {
    names.push_back(object.member_name(i));
  }
  if (const auto* const module = object_as<ModuleObject>(object)) {
    names = module->names();
    return fail(frame, "jinja/undefined", quoted(module->source().name) + " has no " +
                                              quoted(field) + " to import",
                text::did_you_mean(field, names));
  }
  return fail(frame, "jinja/undefined",
              values::describe_kind(object) + " has no field " + quoted(field),
              text::did_you_mean(field, names));
}

}  // namespace jinja
