#pragma once

#include "jinja/machine.hpp"

namespace jinja {

/// Runs `macro`, which `value` holds, writing to the machine's output.
bool call_macro(Machine& machine, Frame& caller, const values::Value& value,
                const MacroObject& macro, const Arguments& arguments);

/// Runs the body of a recursive loop over the one argument, writing to the machine's output.
bool call_loop(Machine& machine, Frame& caller, const Loop& loop, const Arguments& arguments);

[[nodiscard]] bool has_block(const Template& source, NameId name);

}  // namespace jinja
