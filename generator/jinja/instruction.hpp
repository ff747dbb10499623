#pragma once

#include <cstdint>

namespace jinja {

/// What the machine can do. "Top" is the top of the frame's stack of values; operands are the
/// fields of Instruction. operations.hpp has one function for each.
enum class Op : std::uint8_t {
  end,  ///< of a routine

  // Output
  text,             ///< append text `a`
  emit,             ///< append the top, escaped if `flag`; pops it
  emit_slot,        ///< append slot `a`, escaped if `flag`
  emit_slot_field,  ///< append field `a` of slot `count`, escaped if `flag`; `b`: hint
  emit_name_field,  ///< append field `a` of variable `count`, escaped if `flag`; `b`: hint
  begin_capture,    ///< output goes to a new buffer
  end_capture,      ///< push what the buffer holds, trusted if `flag`
  drop_capture,     ///< forget the buffer
  fragment,         ///< append what routine `a` writes, which is kept as fragment `b`

  // Values
  constant,          ///< push constant `a`
  undefined,         ///< push undefined
  load_slot,         ///< push slot `a`
  load_slot_if_set,  ///< push slot `a` and jump to `b`, if the slot is set
  load_name,         ///< push variable `a` from the context
  load_slot_field,   ///< push field `a` of slot `count`; `b`: hint
  load_name_field,   ///< push field `a` of variable `count`; `b`: hint
  loop_field,        ///< push field `flag` (LoopField) of the loop in slot `a`
  field,             ///< replace the top by its field `a`; `b`: hint
  item,              ///< replace object and index by the item
  slice,             ///< replace object, start, stop, step by the part
  make_list,         ///< replace `a` values by a list of them
  make_tuple,        ///< the same with a tuple
  make_map,          ///< replace `a` pairs of values by a map
  pop,               ///< drop the top

  // Operators
  negate,
  plus,
  logical_not,
  arithmetic,     ///< `flag`: Arithmetic
  concatenate,    ///< the top `a` values; `flag`: join as markup
  compare,        ///< `flag`: Comparator
  compare_chain,  ///< as compare: if false push false and jump to `a`, else keep the right operand

  // Flow
  jump,                    ///< to `a`
  jump_if_false,           ///< to `a`; pops
  jump_if_false_else_pop,  ///< to `a` and keep the top, or pop it
  jump_if_true_else_pop,   ///< the same the other way round
  jump_if_set,             ///< to `b` if slot `a` is set
  loop_begin,              ///< loop over the top with state in slot `a`; if empty jump to `b`
  loop_next,               ///< the next item to slot `count` - 1, or pushed if `count` is 0; none:
                           ///< jump to `b`
  loop_keep,               ///< remember the current item of the loop in slot `a`
  loop_kept,               ///< end the loop in slot `a` and push the remembered items
  loop_end,                ///< end the loop in slot `a`
  allow_recursion,         ///< `loop(...)` of the loop in slot `a` runs the code from `b` on
  recursion_end,           ///< leave the routine if it runs for a `loop(...)`
  fail,                    ///< with late error `a`

  // Variables
  store_slot,   ///< pop into slot `a`
  export_slot,  ///< make slot `a` the template's variable `b`
  unset_slots,  ///< unset `b` slots from `a` on
  unpack,       ///< replace the top by its `a` items, the first on top
  store_field,  ///< of the namespace below the top: field `a`; pops both

  // Calls
  filter,       ///< filter use `a` with call shape `b`; `flag`: autoescape
  length,       ///< the same, known to be `length`
  test,         ///< test use `a` with call shape `b`; `flag`: negated
  call,         ///< call shape `b`; `flag`: CallFlag
  call_macro,   ///< known call `a`; `flag`: CallFlag
  call_method,  ///< method `a` of the object below the arguments, call shape `b`
  call_self,    ///< push block `a` of this page; `flag`: as emit
  super,        ///< push the block `a` levels above this one; `flag`: CallFlag
  make_macro,   ///< push macro `a`

  // Other templates
  block,        ///< run block `a`; it sees the names of visible list `b` - 1, if `b` is not 0
  extends,      ///< the top names the parent
  include,      ///< the top names it; `flag`: IncludeFlag; `b`: as block
  import,       ///< push the module that the top names; `flag` and `b` as include
  import_name,  ///< push name `a` of the module on top, which stays
};

/// Bits of Instruction::flag of calls.
enum CallFlag : std::uint8_t {
  call_autoescape = 1,  ///< the call stands where output is escaped
  call_emits = 2,       ///< append the result to the output instead of pushing it
};

/// Bits of Instruction::flag of include and import.
enum IncludeFlag : std::uint8_t {
  include_ignores_missing = 1,
  include_with_context = 2,
  import_macros_only = 4,  ///< nothing but known calls uses the module
};

enum class LoopField : std::uint8_t {
  index,
  index0,
  revindex,
  revindex0,
  first,
  last,
  length,
  depth,
  depth0,
  previtem,
  nextitem
};

struct Instruction {
  Op op = Op::end;
  std::uint8_t flag = 0;
  std::uint16_t count = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t text = 0;  ///< of emit_slot, emit_slot_field, emit_name_field: append text `text` -
                           ///< 1 before, if it is not 0
};

}  // namespace jinja
