#include "jinja/operations.hpp"
#include "jinja/subscript.hpp"
#include "text/suggestion.hpp"
#include "values/value_operators.hpp"

namespace jinja {

namespace {

/// Fails because the templates that `wanted` names are not there.
bool fail_missing(Machine& machine, const Frame& frame, const values::Value& wanted) {
  if (wanted.kind() == values::Kind::list) {
    return machine.fail(frame, "jinja/missing-template",
                        "there is none of the templates " + values::printed(wanted));
  }
  std::vector<std::string_view> names;
  for (const auto& entry : machine.program().template_by_name) {
    names.push_back(entry.first);
  }
  return machine.fail(frame, "jinja/missing-template",
                      "there is no template \"" + std::string(wanted.as_text()) + "\"",
                      text::did_you_mean(wanted.as_text(), names));
}

/// The template that `wanted` names: a text, or a list of which the first that exists counts. Null
/// if there is none; `good` is false if that is an error.
const Template* select_template(Machine& machine, Frame& frame, const values::Value& wanted,
                                bool ignore_missing, bool& good) {
  good = false;
  if (wanted.is_undefined()) {
    machine.fail_undefined(frame, wanted);
    return nullptr;
  }
  const Template* found = nullptr;
  if (wanted.kind() == values::Kind::text) {
    found = machine.find_template(wanted.as_text());
  } else if (wanted.kind() == values::Kind::list) {
    for (std::size_t i = 0; i < wanted.size() && found == nullptr; ++i) {
      found = machine.find_template(wanted.at(i).as_text());
    }
  } else {
    machine.fail(frame, "jinja/wrong-type",
                 "a template is named by a text, not by " + values::describe_kind(wanted));
    return nullptr;
  }
  if (found != nullptr && found->error) {
    machine.fail_with(*found->error);
    machine.note(frame, "used from here");
    return nullptr;
  }
  good = found != nullptr || ignore_missing || fail_missing(machine, frame, wanted);
  return found;
}

}  // namespace

bool run_block_tag(Machine& machine, Frame& frame, const Instruction& instruction) {
  if (frame.parent != nullptr) {
    return true;  // shown where the parent has it
  }
  if (instruction.b == 0) {
    // Blocks see what the template sees, and what a scoped block around them was given, not the
    // local names around them.
    return machine.run_block(frame, {instruction.a, 0, frame.layer, instruction.count});
  }
  const std::size_t macros = machine.macros_made();
  Layer& layer = machine.new_layer(frame.layer, frame.layer->base());
  Machine::add_visible(frame, instruction.b, layer);
  const bool good = machine.run_block(frame, {instruction.a, 0, &layer, instruction.count});
  machine.end_layer(layer, macros);
  return good;
}

bool run_extends(Machine& machine, Frame& frame, const Instruction& /*instruction*/) {
  static constexpr std::size_t kMaxChain = 50;
  const values::Value wanted = frame.pop();
  if (frame.parent != nullptr) {
    return machine.fail(frame, "jinja/syntax", "a template extends only one other");
  }
  bool good = false;
  frame.parent = select_template(machine, frame, wanted, false, good);
  if (!good) {
    return false;
  }
  if (frame.module->chain.size() > kMaxChain) {
    return machine.fail(frame, "jinja/template-cycle",
                        "more than " + std::to_string(kMaxChain) + " templates extend each other",
                        "look for one that extends itself");
  }
  frame.extended = frame.next - 1;
  machine.discard_output();
  return true;
}

bool run_include(Machine& machine, Frame& frame, const Instruction& instruction) {
  const values::Value wanted = frame.pop();
  bool good = false;
  const bool ignore = (instruction.flag & include_ignores_missing) != 0;
  const Template* const source = select_template(machine, frame, wanted, ignore, good);
  if (source == nullptr) {
    return good;
  }
  const bool with_context = (instruction.flag & include_with_context) != 0;
  const std::size_t macros = machine.macros_made();
  Module& module = machine.new_module(*source, frame.layer, with_context);
  if (with_context) {
    Machine::add_visible(frame, instruction.b, *module.layer);
  }
  if (!machine.run_template(module, instruction.count)) {
    return machine.note(frame, "included from here");
  }
  // What an expression names cannot be checked before.
  bool fits = true;
  const Template& shown = *module.chain.back();
  const Routine& body =
      shown.routines[Machine::select_variant(shown.bodies, instruction.count, fits)];
  if (fits && body.ends_elsewhere) {
    return machine.fail(frame, "jinja/unclear-context",
                        "the template \"" + shown.name + "\" ends inside a tag or an attribute",
                        "close tags and quotes where they are opened");
  }
  machine.end_module(module, macros);
  return machine.check_output_size(frame);
}

bool run_import(Machine& machine, Frame& frame, const Instruction& instruction) {
  const values::Value wanted = frame.pop();
  bool good = false;
  const Template* const source = select_template(machine, frame, wanted, false, good);
  if (source == nullptr) {
    return false;
  }
  Module* const module = machine.import(frame, *source, instruction);
  if (module == nullptr) {
    return false;
  }
  if (module->bare) {
    frame.push(values::Value::none());
    return true;
  }
  frame.push(values::Value::object(std::make_shared<ModuleObject>(machine.program(), *module)));
  return true;
}

bool run_import_name(Machine& machine, Frame& frame, const Instruction& instruction) {
  const auto& module = *object_as<ModuleObject>(frame.top[-1]);
  const std::string_view name = frame.source->fields[instruction.a];
  values::Value value = module.field(name);
  if (value.is_undefined() && machine.undefined_mode() == Undefined::strict) {
    return machine.fail_missing_field(frame, frame.top[-1], name);
  }
  explain_undefined(value, instruction);
  frame.push(std::move(value));
  return true;
}

}  // namespace jinja
