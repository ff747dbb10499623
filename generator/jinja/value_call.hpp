#pragma once

#include "jinja/machine.hpp"

namespace jinja {

/// Runs the macro that `value` holds as the instruction `call` wants it, writing to the machine's
/// output.
bool call_macro(Machine& machine, Frame& caller, const values::Value& value,
                const Instruction& call, const Arguments& arguments);

/// Runs the macro of `call`, whose arguments stand on top of the caller's stack, writing to the
/// machine's output. `module` is the macro's.
bool run_known_macro(Machine& machine, Frame& caller, const KnownCall& call, Module& module);

/// Runs the body of a recursive loop over the one argument, writing to the machine's output.
bool call_loop(Machine& machine, Frame& caller, const Loop& loop, const Arguments& arguments);

[[nodiscard]] bool has_block(const Template& source, NameId name);

}  // namespace jinja
