#include "jinja/value_call.hpp"

#include "text/suggestion.hpp"

#include <algorithm>

namespace jinja {

namespace {

std::string name_of(const Routine& macro) {
  return macro.kind == RoutineKind::call_block ? "the body of this call"
                                               : "the macro \"" + std::string(macro.name) + "\"";
}

/// Arguments to slots.
class Binder {
 public:
  Binder(const Routine& routine, Frame& frame) : routine_(routine), frame_(frame) {}

  /// What is wrong with the arguments; an empty text if nothing is.
  std::string bind(const Arguments& arguments) {
    if (!bind_positional(arguments)) {
      return error_;
    }
    for (std::size_t i = 0; i < arguments.names.size() && error_.empty(); ++i) {
      bind_named(arguments.names[i], arguments.named[i]);
    }
    if (routine_.kwargs_slot != Routine::kNoSlot) {
      frame_.slots[routine_.kwargs_slot] = values::Value::map(std::move(kwargs_));
    }
    return std::move(error_);
  }

  [[nodiscard]] const std::string& remedy() const { return remedy_; }

 private:
  bool bind_positional(const Arguments& arguments) {
    const std::size_t places = routine_.parameters.size();
    const std::size_t given = arguments.positional.size();
    for (std::size_t i = 0; i < std::min(places, given); ++i) {
      frame_.slots[i] = arguments.positional[i];
    }
    if (routine_.varargs_slot != Routine::kNoSlot) {
      values::List rest;
      for (std::size_t i = places; i < given; ++i) {
        rest.push_back(arguments.positional[i]);
      }
      frame_.slots[routine_.varargs_slot] = values::Value::tuple(std::move(rest));
    } else if (given > places) {
      error_ = name_of(routine_) + " takes " +
               (places == 0 ? "no" : "at most " + std::to_string(places)) +
               (places == 1 ? " argument" : " arguments") + ", not " + std::to_string(given);
    }
    return error_.empty();
  }

  void bind_named(std::string_view name, const values::Value& value) {
    const auto parameter = std::ranges::find(routine_.parameters, name);
    if (parameter != routine_.parameters.end()) {
      const auto slot = static_cast<std::size_t>(parameter - routine_.parameters.begin());
      if (!frame_.slots[slot].is_undefined()) {
        error_ = "the argument \"" + std::string(name) + "\" of " + name_of(routine_) +
                 " is given twice";
      }
      frame_.slots[slot] = value;
    } else if (name == "caller" && routine_.caller_slot != Routine::kNoSlot) {
      frame_.slots[routine_.caller_slot] = value;
    } else if (name == "caller") {
      error_ = name_of(routine_) + " does not use caller(), so it cannot be used with call";
    } else if (routine_.kwargs_slot != Routine::kNoSlot) {
      kwargs_.set(std::string(name), value);
    } else {
      error_ = name_of(routine_) + " has no parameter \"" + std::string(name) + "\"";
      remedy_ = text::did_you_mean(name, routine_.parameters);
    }
  }

  const Routine& routine_;
  Frame& frame_;
  values::Map kwargs_;
  std::string error_;
  std::string remedy_;
};

}  // namespace

namespace {

/// The macro as it was compiled for the place where `call` shows it.
const Routine& routine_for(const MacroObject& macro, const Instruction& call) {
  if ((call.flag & call_emits) != 0) {
    for (const Variant& variant : macro.routine->variants) {
      if (variant.context == call.count) {
        return macro.source->routines[variant.routine];
      }
    }
  }
  return *macro.routine;
}

}  // namespace

bool call_macro(Machine& machine, Frame& caller, const values::Value& value,
                const Instruction& call, const Arguments& arguments) {
  const MacroObject& macro = *object_as<MacroObject>(value);
  Frame frame;
  frame.source = macro.source;
  frame.routine = &routine_for(macro, call);
  frame.module = macro.module;
  frame.layer = macro.layer;
  frame.block = macro.block;
  std::string wrong;
  std::string remedy;
  frame.next = frame.routine->code.data();
  static constexpr Instruction kEnd{};
  const bool good = machine.run_from(frame, [&](Frame& running) {
    Binder binder(*macro.routine, running);
    wrong = binder.bind(arguments);
    if (!wrong.empty()) {
      remedy = binder.remedy();
    }
    for (std::size_t i = 0; i < macro.captured.size(); ++i) {
      const std::uint32_t slot = macro.routine->captures[i].target;
      running.slots[slot] = macro.captured[i];
      // A macro that is defined inside another routine knows itself by its name. It cannot hold
      // itself: it would never be freed.
      if (running.slots[slot].is_undefined() &&
          running.routine->slot_names[slot] == macro.routine->name) {
        running.slots[slot] = value;
      }
    }
    if (!wrong.empty()) {
      running.next = &kEnd;
    }
  });
  if (!wrong.empty()) {
    return machine.fail(caller, "jinja/wrong-arguments", std::move(wrong), std::move(remedy));
  }
  if (good) {
    return machine.check_output_size(caller);
  }
  return machine.note(caller, "in " + name_of(*macro.routine) + ", called from here");
}

bool run_known_macro(Machine& machine, Frame& caller, const KnownCall& call, Module& module) {
  Frame frame;
  frame.source = call.source;
  frame.routine = call.routine;
  frame.module = &module;
  frame.layer = module.layer;
  const values::Value* const arguments = caller.top - call.slots.size();
  const bool good = machine.run_routine(frame, [&](Frame& running) {
    for (std::size_t i = 0; i < call.slots.size(); ++i) {
      running.slots[call.slots[i]] = arguments[i];
    }
  });
  return good ? machine.check_output_size(caller)
              : machine.note(caller, "in " + name_of(*call.routine) + ", called from here");
}

bool call_loop(Machine& machine, Frame& caller, const Loop& loop, const Arguments& arguments) {
  if (loop.recursion == nullptr) {
    return machine.fail(caller, "jinja/wrong-type", "this loop cannot be called again",
                        "only a loop that is running, with \"recursive\" at the end of its tag, "
                        "can");
  }
  if (arguments.positional.size() != 1 || !arguments.names.empty()) {
    return machine.fail(caller, "jinja/wrong-arguments", "loop() takes the one list to go over");
  }
  const auto& outer = *static_cast<const Frame*>(loop.frame);
  Frame frame;
  frame.source = outer.source;
  frame.routine = outer.routine;
  frame.next = loop.recursion;
  frame.module = outer.module;
  frame.layer = outer.layer;
  frame.block = outer.block;
  frame.recursion = true;
  frame.depth = loop.depth + 1;
  const bool good = machine.run_from(frame, [&](Frame& running) {
    // The body sees the variables of the scopes around the loop, and may not change them.
    std::copy_n(outer.slots, running.routine->slot_names.size(), running.slots);
    running.push(arguments.positional.front());
  });
  return good || machine.note(caller, "in the recursive loop, called from here");
}

bool has_block(const Template& source, NameId name) {
  return std::ranges::find(source.blocks, name, &BlockEntry::name) != source.blocks.end();
}

}  // namespace jinja
