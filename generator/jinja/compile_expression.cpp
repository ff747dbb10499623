#include "jinja/template_compiler.hpp"

#include <array>
#include <optional>

namespace jinja {

void TemplateCompiler::compile(const Expression& expression) {
  const Place place{expression.offset, expression.start};
  std::visit([this, place](const auto& node) { compile_node(node, place); }, expression.node);
}

void TemplateCompiler::compile_node(const Literal& node, Place place) {
  emit({.op = Op::constant, .a = add_constant(node.value)}, place, 1);
}

void TemplateCompiler::compile_node(const Name& node, Place place) {
  const RoutineBuilder::Found found = builder_->find(node.name);
  std::vector<std::uint32_t> jumps;
  for (std::size_t i = 0; i < found.slots.size(); ++i) {
    if (found.surely && i + 1 == found.slots.size()) {
      emit({.op = Op::load_slot, .a = found.slots[i]}, place, jumps.empty() ? 1 : 0);
    } else {
      // Whichever way the value is found, the stack grows by one.
      jumps.push_back(
          emit({.op = Op::load_slot_if_set, .a = found.slots[i]}, place, jumps.empty() ? 1 : 0));
    }
  }
  if (!found.surely) {
    if (found.slots.empty()) {
      check_name(node.name, place);
    }
    emit({.op = Op::load_name, .a = program_.variables.intern(node.name)}, place,
         jumps.empty() ? 1 : 0);
  }
  for (const std::uint32_t jump : jumps) {
    builder_->land(jump);
  }
}

void TemplateCompiler::compile_node(const ListLiteral& node, Place place) {
  for (const Expression& item : node.items) {
    compile(item);
  }
  const auto count = static_cast<std::uint32_t>(node.items.size());
  emit({.op = node.tuple ? Op::make_tuple : Op::make_list, .a = count}, place,
       1 - static_cast<int>(count));
}

void TemplateCompiler::compile_node(const MapLiteral& node, Place place) {
  for (const auto& [key, value] : node.members) {
    compile(key);
    compile(value);
  }
  const auto count = static_cast<std::uint32_t>(node.members.size());
  emit({.op = Op::make_map, .a = count}, place, 1 - 2 * static_cast<int>(count));
}

void TemplateCompiler::compile_node(const Unary& node, Place place) {
  compile(*node.operand);
  static constexpr std::array<Op, 3> kOps = {Op::negate, Op::plus, Op::logical_not};
  emit({.op = kOps[static_cast<std::size_t>(node.operation)]}, place, 0);
}

void TemplateCompiler::compile_node(const Binary& node, Place place) {
  compile(*node.left);
  compile(*node.right);
  emit({.op = Op::arithmetic, .flag = static_cast<std::uint8_t>(node.operation)}, place, -1);
}

void TemplateCompiler::compile_node(const Concatenation& node, Place place) {
  for (const Expression& part : node.parts) {
    compile(part);
  }
  const auto count = static_cast<std::uint32_t>(node.parts.size());
  emit({.op = Op::concatenate, .flag = static_cast<std::uint8_t>(autoescape_ ? 1 : 0), .a = count},
       place, 1 - static_cast<int>(count));
}

void TemplateCompiler::compile_node(const Logic& node, Place place) {
  compile(*node.left);
  const Op op = node.operation == LogicOperator::logical_and ? Op::jump_if_false_else_pop
                                                             : Op::jump_if_true_else_pop;
  const std::uint32_t jump = emit({.op = op}, {node.left->offset, node.left->start}, -1);
  compile(*node.right);
  builder_->land(jump);
  static_cast<void>(place);
}

void TemplateCompiler::compile_node(const Comparison& node, Place place) {
  compile(*node.first);
  std::vector<std::uint32_t> jumps;
  for (std::size_t i = 0; i < node.rest.size(); ++i) {
    const auto& [comparator, operand] = node.rest[i];
    compile(operand);
    const bool last = i + 1 == node.rest.size();
    const std::uint32_t index = emit({.op = last ? Op::compare : Op::compare_chain,
                                      .flag = static_cast<std::uint8_t>(comparator)},
                                     place, -1);
    if (!last) {
      jumps.push_back(index);
    }
  }
  for (const std::uint32_t jump : jumps) {
    builder_->land(jump);
  }
}

void TemplateCompiler::compile_node(const Conditional& node, Place place) {
  compile(*node.condition);
  const std::uint32_t to_else =
      emit({.op = Op::jump_if_false}, {node.condition->offset, node.condition->start}, -1);
  ++builder_->conditional;
  compile(*node.then);
  const std::uint32_t to_end = emit({.op = Op::jump}, place, -1);
  builder_->land(to_else);
  if (node.otherwise != nullptr) {
    compile(*node.otherwise);
  } else {
    // Jinja2 makes this value print as nothing even where undefined names are errors.
    emit({.op = Op::undefined}, place, 1);
  }
  --builder_->conditional;
  builder_->land(to_end);
}

std::optional<Instruction> TemplateCompiler::short_field(const Attribute& node, Op of_slot,
                                                         Op of_name) {
  const Name* name = std::get_if<Name>(&node.object->node);
  if (name == nullptr) {
    return std::nullopt;
  }
  const RoutineBuilder::Found found = builder_->find(name->name);
  Instruction instruction{.op = of_slot, .a = add_field(node.name), .b = 0};
  std::uint32_t source = 0;
  if (found.slots.empty()) {
    instruction.op = of_name;
    source = program_.variables.intern(name->name);
  } else if (found.surely && found.slots.size() == 1) {
    source = found.slots.front();
  } else {
    return std::nullopt;
  }
  if (source > UINT16_MAX) {
    return std::nullopt;
  }
  instruction.count = static_cast<std::uint16_t>(source);
  const Place place{node.object->offset, node.object->start};
  if (found.slots.empty()) {
    check_name(name->name, place);
  }
  return instruction;
}

bool TemplateCompiler::compile_loop_field(const Attribute& node, Place place) {
  static constexpr std::array<std::string_view, 11> kFields = {
      "index",  "index0", "revindex", "revindex0", "first",   "last",
      "length", "depth",  "depth0",   "previtem",  "nextitem"};
  const Name* name = std::get_if<Name>(&node.object->node);
  if (name == nullptr || name->name != "loop") {
    return false;
  }
  const RoutineBuilder::Found found = builder_->find(name->name);
  if (!found.loop || !found.surely) {
    return false;
  }
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (kFields[i] == node.name) {
      emit({.op = Op::loop_field, .flag = static_cast<std::uint8_t>(i), .a = found.slots.front()},
           place, 1);
      return true;
    }
  }
  return false;
}

void TemplateCompiler::compile_node(const Attribute& node, Place place) {
  if (compile_loop_field(node, place)) {
    return;
  }
  const values::RecordField* const expected = check_field(*node.object, node.name, place, "field");
  if (auto instruction = short_field(node, Op::load_slot_field, Op::load_name_field)) {
    instruction->b = new_hint(expected);
    emit(*instruction, place, 1);
    return;
  }
  compile(*node.object);
  emit({.op = Op::field, .a = add_field(node.name), .b = new_hint(expected)}, place, 0);
}

void TemplateCompiler::compile_node(const Item& node, Place place) {
  compile(*node.object);
  compile(*node.index);
  emit({.op = Op::item}, place, -1);
}

void TemplateCompiler::compile_optional(const ExpressionPointer& expression, Place place) {
  if (expression != nullptr) {
    compile(*expression);
  } else {
    emit({.op = Op::constant, .a = add_constant(values::Value::none())}, place, 1);
  }
}

void TemplateCompiler::compile_node(const Slice& node, Place place) {
  compile(*node.object);
  compile_optional(node.start, place);
  compile_optional(node.stop, place);
  compile_optional(node.step, place);
  emit({.op = Op::slice}, place, -3);
}

}  // namespace jinja
