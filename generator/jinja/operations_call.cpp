#include "jinja/call_arguments.hpp"
#include "jinja/operations.hpp"
#include "jinja/subscript.hpp"
#include "jinja/value_call.hpp"
#include "jinja/value_methods.hpp"
#include "text/suggestion.hpp"
#include "values/value_operators.hpp"

#include <algorithm>

namespace jinja {

namespace {

/// Where the options are strict, undefined arguments may only go where undefined is expected.
bool all_usable(Machine& machine, const Frame& frame, const Arguments& arguments) {
  for (const values::Value& argument : arguments.positional) {
    if (!machine.usable(frame, argument)) {
      return false;
    }
  }
  for (const values::Value& argument : arguments.named) {
    if (!machine.usable(frame, argument)) {
      return false;
    }
  }
  return true;
}

bool usable_call(Machine& machine, const Frame& frame, const values::Value& input,
                 const CallArguments& call, bool takes_undefined) {
  if (call.failed()) {
    return machine.fail(frame, "jinja/wrong-arguments", call.error());
  }
  return takes_undefined ||
         (machine.usable(frame, input) && all_usable(machine, frame, call.get()));
}

/// Pushes the result of a call, or appends it to the output.
bool give(Machine& machine, Frame& frame, const Instruction& instruction, values::Value result) {
  if ((instruction.flag & call_emits) == 0) {
    frame.push(std::move(result));
    return true;
  }
  const bool escapes = (instruction.flag & call_autoescape) != 0;
  return machine.emit(
      frame, result,
      escapes ? machine.program().contexts.escaping(instruction.count) : Escaping(Escape::none));
}

/// Ends a call: the arguments and `below` more values leave the stack, the result comes.
bool finish(Machine& machine, Frame& frame, const Instruction& instruction, std::size_t height,
            values::Value result) {
  frame.top -= height;
  explain_undefined(result, instruction);
  if ((instruction.flag & call_emits) != 0 && !machine.usable(frame, result)) {
    return false;
  }
  return give(machine, frame, instruction, std::move(result));
}

values::Safety safety_of(const Instruction& instruction) {
  return (instruction.flag & call_autoescape) != 0 ? values::Safety::trusted
                                                   : values::Safety::plain;
}

/// Whether `macro` can write where the output of `instruction` stands.
bool fits(const Machine& machine, const MacroObject& macro, const Instruction& instruction) {
  if ((instruction.flag & call_autoescape) == 0) {
    return true;
  }
  const ContextId base =
      ContextTable::initial(machine.program().contexts[instruction.count].language);
  const std::vector<Variant>& variants = macro.routine->variants;
  return instruction.count == base ||
         std::ranges::find(variants, instruction.count, &Variant::context) != variants.end();
}

/// Runs something that writes to the output, and gives what it wrote as the instruction wants it.
template <typename Work>
bool give_written(Machine& machine, Frame& frame, const Instruction& instruction,
                  std::size_t height, Work work, bool fitting = true) {
  if ((instruction.flag & call_emits) != 0) {
    const bool good = fitting ? work() : machine.run_displaced(frame, instruction.count, work);
    frame.top -= height;
    return good;
  }
  std::string written;
  if (!machine.capture(written, work)) {
    return false;
  }
  frame.top -= height;
  frame.push(values::Value::text(std::move(written), safety_of(instruction)));
  return true;
}

/// Calls `callee` with arguments that take `height` values on the stack, with what is below them.
bool call_value(Machine& machine, Frame& frame, const Instruction& instruction,
                const values::Value& callee, const Arguments& arguments, std::size_t height) {
  if (const MacroObject* const macro = object_as<MacroObject>(callee)) {
    return give_written(
        machine, frame, instruction, height,
        [&] { return call_macro(machine, frame, callee, instruction, arguments); },
        fits(machine, *macro, instruction));
  }
  if (const Loop* const loop = object_as<Loop>(callee)) {
    return give_written(machine, frame, instruction, height,
                        [&] { return call_loop(machine, frame, *loop, arguments); });
  }
  if (Joiner* const joiner = object_as<Joiner>(callee)) {
    return finish(machine, frame, instruction, height, joiner->call());
  }
  if (const Function* const function = object_as<Function>(callee)) {
    ValueOrReason result = function->call(arguments);
    if (!result) {
      return machine.fail(frame, "jinja/wrong-arguments", std::move(result.error()));
    }
    if (object_as<Namespace>(*result) != nullptr) {
      machine.remember(std::static_pointer_cast<Namespace>(result->share_object()));
    }
    return finish(machine, frame, instruction, height, std::move(*result));
  }
  if (callee.is_undefined()) {
    return machine.fail_undefined(frame, callee);
  }
  return machine.fail(frame, "jinja/wrong-type",
                      values::describe_kind(callee) + " cannot be called");
}

}  // namespace

bool run_filter(Machine& machine, Frame& frame, const Instruction& instruction) {
  const FilterUse& use = frame.source->filters[instruction.a];
  const CallArguments call(frame.source->shapes[instruction.b], frame.top);
  values::Value& input = frame.top[-1 - static_cast<std::ptrdiff_t>(call.height())];
  const bool takes_undefined = use.builtin != nullptr && use.builtin->takes_undefined;
  if (!usable_call(machine, frame, input, call, takes_undefined)) {
    return false;
  }
  const CallSite site{machine.program(), instruction.flag != 0};
  ValueOrReason result = use.host != nullptr ? (*use.host)(input, call.get())
                                             : use.builtin->apply(input, call.get(), site);
  if (!result) {
    return machine.fail(frame, "jinja/filter-error",
                        "the filter \"" + std::string(use.name) + "\" failed: " + result.error());
  }
  explain_undefined(*result, instruction);
  input = std::move(*result);
  frame.top -= call.height();
  return true;
}

bool run_length(Machine& machine, Frame& frame, const Instruction& instruction) {
  values::Value& input = frame.top[-1];
  if (input.kind() == values::Kind::list || input.kind() == values::Kind::text) {
    input = values::Value::integer(length_of(input));
    return true;
  }
  return run_filter(machine, frame, instruction);
}

bool run_test(Machine& machine, Frame& frame, const Instruction& instruction) {
  const BuiltinTest& test = *frame.source->tests[instruction.a];
  const CallArguments call(frame.source->shapes[instruction.b], frame.top);
  values::Value& input = frame.top[-1 - static_cast<std::ptrdiff_t>(call.height())];
  if (!usable_call(machine, frame, input, call, test.takes_undefined)) {
    return false;
  }
  const auto result = test.holds(input, call.get(), CallSite{machine.program(), false});
  if (!result) {
    return machine.fail(frame, "jinja/wrong-type",
                        "the test \"" + std::string(test.name) + "\" failed: " + result.error());
  }
  input = values::Value::boolean(*result == (instruction.flag == 0));
  frame.top -= call.height();
  return true;
}

bool run_call(Machine& machine, Frame& frame, const Instruction& instruction) {
  const CallArguments call(frame.source->shapes[instruction.b], frame.top);
  if (call.failed()) {
    return machine.fail(frame, "jinja/wrong-arguments", call.error());
  }
  // It stays on the stack until the call is over.
  const values::Value& callee = frame.top[-1 - static_cast<std::ptrdiff_t>(call.height())];
  return call_value(machine, frame, instruction, callee, call.get(), call.height() + 1);
}

bool run_call_macro(Machine& machine, Frame& frame, const Instruction& instruction) {
  const KnownCall& call = frame.source->known_calls[instruction.a];
  Module* const module = call.own_module ? frame.module : machine.find_module(*call.source);
  if (module == nullptr || call.routine == nullptr) {
    return machine.fail(frame, "jinja/undefined",
                        "the macro \"" + std::string(call.macro) + "\" is not defined here");
  }
  const std::size_t height = call.slots.size();
  const bool written_here = (instruction.flag & call_emits) != 0;
  const bool escapes = (instruction.flag & call_autoescape) != 0;
  const bool fitting = !written_here || !escapes || call.context == call.routine->context;
  return give_written(
      machine, frame, instruction, height,
      [&] { return run_known_macro(machine, frame, call, *module); }, fitting);
}

bool run_call_method(Machine& machine, Frame& frame, const Instruction& instruction) {
  const CallArguments call(frame.source->shapes[instruction.b], frame.top);
  if (call.failed()) {
    return machine.fail(frame, "jinja/wrong-arguments", call.error());
  }
  const values::Value& object = frame.top[-1 - static_cast<std::ptrdiff_t>(call.height())];
  const std::string_view name = frame.source->fields[instruction.a];
  if (object.is_undefined()) {
    return machine.fail_undefined(frame, object);
  }
  std::optional<ValueOrReason> result;
  if (object.kind() == values::Kind::object) {
    auto* const ours = static_cast<TemplateObject*>(object.as_object());
    const values::Value callee = ours->field(name);
    if (callee.kind() == values::Kind::object) {
      return call_value(machine, frame, instruction, callee, call.get(), call.height() + 1);
    }
    result = ours->call_method(name, call.get());
  } else {
    const values::Value member =
        object.kind() == values::Kind::map ? object.member(name) : values::Value();
    if (member.kind() == values::Kind::object) {
      return call_value(machine, frame, instruction, member, call.get(), call.height() + 1);
    }
    result = call_value_method(object, name, call.get());
  }
  if (!result) {
    if (object.kind() == values::Kind::object) {
      return machine.fail_missing_field(frame, object, name);
    }
    return machine.fail(
        frame, "jinja/undefined",
        values::describe_kind(object) + " has no method \"" + std::string(name) + "\"",
        text::did_you_mean(name, value_method_names(object)));
  }
  if (!*result) {
    return machine.fail(frame, "jinja/wrong-type",
                        "the method \"" + std::string(name) + "\" failed: " + result->error());
  }
  return finish(machine, frame, instruction, call.height() + 1, std::move(**result));
}

bool run_call_self(Machine& machine, Frame& frame, const Instruction& instruction) {
  return give_written(machine, frame, instruction, 0, [&] {
    return machine.run_block(frame, {instruction.a, 0, frame.layer, instruction.count});
  });
}

bool run_super(Machine& machine, Frame& frame, const Instruction& instruction) {
  if (!frame.block.inside) {
    return machine.fail(frame, "jinja/missing-block", "super() stands outside of every block");
  }
  return give_written(machine, frame, instruction, 0, [&] {
    // super.super() goes up past the first template above that has the block.
    std::size_t level = frame.block.level;
    const auto& chain = frame.module->chain;
    for (std::uint32_t up = instruction.a; up > 1; --up) {
      do {
        ++level;
      } while (level < chain.size() && !has_block(*chain[level], frame.block.name));
    }
    return machine.run_block(frame, {frame.block.name, level + 1, frame.layer, instruction.count});
  });
}

bool run_make_macro(Machine& machine, Frame& frame, const Instruction& instruction) {
  auto macro = std::make_shared<MacroObject>();
  macro->source = frame.source;
  macro->routine = &frame.source->routines[instruction.a];
  macro->module = frame.module;
  macro->layer = frame.layer;
  macro->block = frame.block;
  for (const Capture& capture : macro->routine->captures) {
    values::Value& taken = macro->captured.emplace_back();
    for (const std::uint32_t slot : capture.sources) {
      taken = frame.slots[slot];
      if (!taken.is_undefined() || taken.absence()->place != nullptr) {
        break;
      }
    }
  }
  machine.count_macro();
  frame.push(values::Value::object(std::move(macro)));
  return true;
}

}  // namespace jinja
