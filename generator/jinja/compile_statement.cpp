#include "jinja/template_compiler.hpp"

/// Text, output, conditions and assignments.
namespace jinja {

void TemplateCompiler::compile_body(const Body& body) {
  for (const Statement& statement : body) {
    compile(statement);
  }
}

void TemplateCompiler::compile(const Statement& statement) {
  const Place place{statement.offset, statement.offset};
  std::visit([this, place](const auto& node) { compile_node(node, place); }, statement.node);
}

/// A template that extends another shows nothing of its own outside of blocks.
bool TemplateCompiler::output_is_dropped() const {
  return extends_surely_ && builder_->captures == 0 &&
         builder_->routine().kind == RoutineKind::template_body;
}

void TemplateCompiler::compile_node(const Text& node, Place place) {
  if (!output_is_dropped()) {
    emit({.op = Op::text, .a = add_text(node.text)}, place, 0);
  }
}

void TemplateCompiler::compile_node(const Output& node, Place place) {
  if (!output_is_dropped()) {
    compile_output(node.value, place);
  }
}

void TemplateCompiler::compile_output(const Expression& value, Place place) {
  const std::uint8_t escape = autoescape_ ? 1 : 0;
  place = {value.offset, value.start};
  if (const Call* call = std::get_if<Call>(&value.node)) {
    const std::uint8_t flags = call_emits | (autoescape_ ? call_autoescape : 0);
    compile_call(*call, place, flags, std::nullopt);
    return;
  }
  if (const Name* name = std::get_if<Name>(&value.node)) {
    const RoutineBuilder::Found found = builder_->find(name->name);
    if (found.surely && found.slots.size() == 1) {
      emit({.op = Op::emit_slot, .flag = escape, .a = found.slots.front()}, place, 0);
      return;
    }
  }
  if (const Attribute* attribute = std::get_if<Attribute>(&value.node)) {
    auto field = short_field(*attribute, Op::emit_slot_field, Op::emit_name_field);
    const Name* object = std::get_if<Name>(&attribute->object->node);
    if (field && object->name != "loop") {
      field->flag = escape;
      emit(*field, place, 0);
      return;
    }
  }
  compile(value);
  emit({.op = Op::emit, .flag = escape}, place, -1);
}

namespace {

void collect_targets(const Target& target, std::vector<std::string_view>& names) {
  if (target.parts.empty() && target.field.empty()) {
    names.push_back(target.name);
  }
  for (const Target& part : target.parts) {
    collect_targets(part, names);
  }
}

/// The names that the statements of `body` set in the scope they stand in.
void collect_assigned(const Body& body, std::vector<std::string_view>& names);

void collect_assigned(const If& node, std::vector<std::string_view>& names) {
  for (const If::Branch& branch : node.branches) {
    collect_assigned(branch.body, names);
  }
  collect_assigned(node.otherwise, names);
}

void collect_assigned(const Body& body, std::vector<std::string_view>& names) {
  for (const Statement& statement : body) {
    if (const auto* set = std::get_if<Set>(&statement.node)) {
      collect_targets(set->target, names);
    } else if (const auto* block = std::get_if<SetBlock>(&statement.node)) {
      collect_targets(block->target, names);
    } else if (const auto* macro = std::get_if<Macro>(&statement.node)) {
      names.push_back(macro->name);
    } else if (const auto* import = std::get_if<Import>(&statement.node)) {
      names.push_back(import->name);
    } else if (const auto* from = std::get_if<FromImport>(&statement.node)) {
      for (const FromImport::Imported& imported : from->names) {
        names.push_back(imported.alias);
      }
    } else if (const auto* nested = std::get_if<If>(&statement.node)) {
      collect_assigned(*nested, names);
    } else if (const auto* escape = std::get_if<Autoescape>(&statement.node)) {
      collect_assigned(escape->body, names);
    }
  }
}

}  // namespace

/// What a branch sets may be unset behind it, in each round of a loop anew.
void TemplateCompiler::declare_conditional_names(const If& node, Place place) {
  std::vector<std::string_view> names;
  collect_assigned(node, names);
  for (const std::string_view name : names) {
    if (!builder_->declared_here(name)) {
      const std::uint32_t slot = builder_->declare(name, Assigned::maybe);
      emit({.op = Op::unset_slots, .a = slot, .b = 1}, place, 0);
    }
  }
}

void TemplateCompiler::compile_conditional_body(const Body& body) {
  const std::vector<bool> assigned = builder_->assigned_here();
  ++builder_->conditional;
  compile_body(body);
  --builder_->conditional;
  builder_->restore_assigned(assigned);
}

void TemplateCompiler::compile_node(const If& node, Place place) {
  declare_conditional_names(node, place);
  std::vector<std::uint32_t> to_end;
  for (std::size_t i = 0; i < node.branches.size(); ++i) {
    const auto& [condition, body] = node.branches[i];
    compile(condition);
    const std::uint32_t to_next =
        emit({.op = Op::jump_if_false}, {condition.offset, condition.start}, -1);
    compile_conditional_body(body);
    const bool last = i + 1 == node.branches.size() && node.otherwise.empty();
    if (!last) {
      to_end.push_back(emit({.op = Op::jump}, place, 0));
    }
    builder_->land(to_next);
  }
  compile_conditional_body(node.otherwise);
  for (const std::uint32_t jump : to_end) {
    builder_->land(jump);
  }
}

void TemplateCompiler::assign_name(std::string_view name, Place place) {
  const std::uint32_t slot = builder_->declare(name, Assigned::surely);
  emit({.op = Op::store_slot, .a = slot}, place, -1);
  if (builder_->at_template_level()) {
    const NameId id = program_.variables.intern(name);
    template_.exports.push_back(id);
    emit({.op = Op::export_slot, .a = slot, .b = id}, place, 0);
  }
}

void TemplateCompiler::assign(const Target& target, Place place) {
  if (!target.parts.empty()) {
    const auto count = static_cast<std::uint32_t>(target.parts.size());
    emit({.op = Op::unpack, .a = count}, place, static_cast<int>(count) - 1);
    for (const Target& part : target.parts) {
      assign(part, {part.offset, part.offset});
    }
    return;
  }
  place = {target.offset, target.offset};
  if (target.field.empty()) {
    assign_name(target.name, place);
    return;
  }
  compile_node(Name{target.name}, place);
  emit({.op = Op::store_field, .a = add_field(target.field)}, place, -2);
}

void TemplateCompiler::compile_node(const Set& node, Place place) {
  compile(node.value);
  assign(node.target, place);
}

void TemplateCompiler::compile_captured(const Body& body, Place place) {
  emit({.op = Op::begin_capture}, place, 0);
  ++builder_->captures;
  // The names set inside a captured body are its own.
  builder_->open_scope();
  compile_body(body);
  builder_->close_scope();
  --builder_->captures;
  emit({.op = Op::end_capture, .flag = static_cast<std::uint8_t>(autoescape_ ? 1 : 0)}, place, 1);
}

void TemplateCompiler::compile_node(const SetBlock& node, Place place) {
  compile_captured(node.body, place);
  if (node.filters) {
    compile(*node.filters);
  }
  assign(node.target, place);
}

void TemplateCompiler::compile_node(const With& node, Place place) {
  // All values are those of the outer scope: `{% with a = b, b = a %}` swaps.
  for (const auto& [target, value] : node.assignments) {
    compile(value);
  }
  builder_->open_scope();
  for (auto assignment = node.assignments.rbegin(); assignment != node.assignments.rend();
       ++assignment) {
    assign(assignment->first, place);
  }
  compile_body(node.body);
  builder_->close_scope();
}

void TemplateCompiler::compile_node(const FilterBlock& node, Place place) {
  if (output_is_dropped()) {
    return;
  }
  compile_captured(node.body, place);
  compile(node.filters);
  emit({.op = Op::emit, .flag = static_cast<std::uint8_t>(autoescape_ ? 1 : 0)}, place, -1);
}

void TemplateCompiler::compile_node(const Do& node, Place place) {
  compile(node.expression);
  emit({.op = Op::pop}, place, -1);
}

void TemplateCompiler::compile_node(const Autoescape& node, Place place) {
  const bool outer = autoescape_;
  if (const Literal* literal = std::get_if<Literal>(&node.enabled.node)) {
    autoescape_ = values::is_true(literal->value);
    compile_body(node.body);
    autoescape_ = outer;
    return;
  }
  // Escaping is decided while compiling, so a body that depends on a variable is compiled twice.
  // Nested ones would double each time.
  static constexpr int kMaxVolatile = 3;
  if (++volatile_autoescape_ > kMaxVolatile) {
    report(Severity::error, "jinja/syntax", place.offset,
           "too many autoescape tags with variables stand inside each other", {});
  } else {
    compile(node.enabled);
    const std::uint32_t to_plain = emit({.op = Op::jump_if_false}, place, -1);
    autoescape_ = true;
    compile_conditional_body(node.body);
    const std::uint32_t to_end = emit({.op = Op::jump}, place, 0);
    builder_->land(to_plain);
    autoescape_ = false;
    compile_conditional_body(node.body);
    builder_->land(to_end);
  }
  --volatile_autoescape_;
  autoescape_ = outer;
}

}  // namespace jinja
