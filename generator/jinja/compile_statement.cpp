#include "jinja/constant_parts.hpp"
#include "jinja/template_compiler.hpp"

/// Text, output, conditions and assignments.
namespace jinja {

void TemplateCompiler::compile_body(Body& body) {
  for (std::size_t i = 0; i < body.size();) {
    if (const std::size_t count = count_constant(body, i)) {
      compile_fragment(body, i, count);
      i += count;
    } else {
      compile(body[i++]);
    }
  }
}

std::size_t TemplateCompiler::count_constant(const Body& body, std::size_t first) {
  if (in_fragment_ || output_is_dropped()) {
    return 0;
  }
  ConstantParts constant(names_, index_, *builder_);
  std::size_t count = 0;
  bool computes = false;
  while (first + count < body.size() && constant.is_constant(body[first + count])) {
    computes = computes || !std::holds_alternative<Text>(body[first + count].node);
    ++count;
  }
  return computes ? count : 0;
}

void TemplateCompiler::compile_fragment(Body& body, std::size_t first, std::size_t count) {
  const std::uint32_t index = add_routine(RoutineKind::fragment, {});
  RoutineBuilder builder(template_.routines[index], nullptr);
  builder.conditional = builder_->conditional;
  RoutineBuilder* const outer = std::exchange(builder_, &builder);
  in_fragment_ = true;
  for (std::size_t i = first; i < first + count; ++i) {
    compile(body[i]);
  }
  in_fragment_ = false;
  const Place place{body[first].offset, body[first].offset};
  emit({.op = Op::end}, place, 0);
  builder_ = outer;
  emit({.op = Op::fragment, .a = index, .b = program_.fragment_count++}, place, 0);
}

void TemplateCompiler::compile(Statement& statement) {
  const Place place{statement.offset, statement.offset};
  std::visit([this, place](auto& node) { compile_node(node, place); }, statement.node);
}

/// A template that extends another shows nothing of its own outside of blocks.
bool TemplateCompiler::output_is_dropped() const {
  return extends_surely_ && builder_->captures == 0 &&
         builder_->routine().kind == RoutineKind::template_body;
}

void TemplateCompiler::compile_node(Text& node, Place place) {
  if (!output_is_dropped()) {
    emit({.op = Op::text, .a = add_text(node.text)}, place, 0);
  }
}

void TemplateCompiler::compile_node(Output& node, Place /*place*/) {
  if (!output_is_dropped()) {
    compile_output(node);
  }
}

std::uint8_t TemplateCompiler::code_of(const Placement& placement) const {
  return autoescape_ ? placement.escaping.code() : Escaping(Escape::none).code();
}

void TemplateCompiler::compile_output(const Output& node) {
  const Expression& value = node.value;
  const std::uint8_t escape = code_of(node.placement);
  const Place place{value.offset, value.start};
  if (const Call* call = std::get_if<Call>(&value.node)) {
    const std::uint8_t flags = call_emits | (autoescape_ ? call_autoescape : 0);
    compile_call(*call, place, {flags, node.placement.context}, std::nullopt);
    return;
  }
  if (const Name* name = std::get_if<Name>(&value.node)) {
    const RoutineBuilder::Found found = builder_->find(name->name);
    if (found.surely && found.slots.size() == 1) {
      emit({.op = Op::emit_slot,
            .flag = escape,
            .a = found.slots.front(),
            .text = builder_->take_text()},
           place, 0);
      return;
    }
  }
  if (const Attribute* attribute = std::get_if<Attribute>(&value.node)) {
    auto field = short_field(*attribute, Op::emit_slot_field, Op::emit_name_field);
    const Name* object = std::get_if<Name>(&attribute->object->node);
    if (field && object->name != "loop") {
      field->b = new_hint(check_field(*attribute->object, attribute->name, place, "field"));
      field->flag = escape;
      field->text = builder_->take_text();
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

void TemplateCompiler::compile_conditional_body(Body& body) {
  const std::vector<bool> assigned = builder_->assigned_here();
  ++builder_->conditional;
  compile_body(body);
  --builder_->conditional;
  builder_->restore_assigned(assigned);
}

void TemplateCompiler::compile_node(If& node, Place place) {
  declare_conditional_names(node, place);
  std::vector<std::uint32_t> to_end;
  for (std::size_t i = 0; i < node.branches.size(); ++i) {
    auto& [condition, body] = node.branches[i];
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

void TemplateCompiler::assign_name(std::string_view name, Place place, const values::Shape& shape) {
  const std::uint32_t slot = builder_->declare(name, Assigned::surely, shape);
  emit({.op = Op::store_slot, .a = slot}, place, -1);
  if (builder_->at_template_level()) {
    const NameId id = program_.variables.intern(name);
    template_.exports.push_back(id);
    emit({.op = Op::export_slot, .a = slot, .b = id}, place, 0);
  }
}

void TemplateCompiler::assign(const Target& target, Place place, const values::Shape& shape) {
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
    assign_name(target.name, place, shape);
    return;
  }
  compile_node(Name{target.name}, place);
  emit({.op = Op::store_field, .a = add_field(target.field)}, place, -2);
}

void TemplateCompiler::compile_node(Set& node, Place place) {
  const values::Shape shape = shape_of(node.value);
  compile(node.value);
  assign(node.target, place, shape);
}

void TemplateCompiler::compile_captured(Body& body, Place place) {
  emit({.op = Op::begin_capture}, place, 0);
  ++builder_->captures;
  // The names set inside a captured body are its own.
  builder_->open_scope();
  compile_body(body);
  builder_->close_scope();
  --builder_->captures;
  emit({.op = Op::end_capture, .flag = static_cast<std::uint8_t>(autoescape_ ? 1 : 0)}, place, 1);
}

void TemplateCompiler::compile_node(SetBlock& node, Place place) {
  compile_captured(node.body, place);
  if (node.filters) {
    compile(*node.filters);
  }
  assign(node.target, place);
}

void TemplateCompiler::compile_node(With& node, Place place) {
  // All values are those of the outer scope: `{% with a = b, b = a %}` swaps.
  std::vector<values::Shape> shapes;
  for (const auto& [target, value] : node.assignments) {
    shapes.push_back(shape_of(value));
    compile(value);
  }
  builder_->open_scope();
  for (std::size_t i = node.assignments.size(); i > 0; --i) {
    assign(node.assignments[i - 1].first, place, shapes[i - 1]);
  }
  compile_body(node.body);
  builder_->close_scope();
}

void TemplateCompiler::compile_node(FilterBlock& node, Place place) {
  if (output_is_dropped()) {
    return;
  }
  compile_captured(node.body, place);
  compile(node.filters);
  emit({.op = Op::emit, .flag = code_of(node.placement)}, place, -1);
}

void TemplateCompiler::compile_node(Do& node, Place place) {
  compile(node.expression);
  emit({.op = Op::pop}, place, -1);
}

void TemplateCompiler::compile_node(Autoescape& node, Place place) {
  const bool outer = autoescape_;
  if (const Literal* literal = std::get_if<Literal>(&node.enabled.node)) {
    autoescape_ = values::is_true(literal->value);
    builder_->open_scope();
    compile_body(node.body);
    builder_->close_scope();
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
    builder_->open_scope();
    compile_conditional_body(node.body);
    builder_->close_scope();
    const std::uint32_t to_end = emit({.op = Op::jump}, place, 0);
    builder_->land(to_plain);
    autoescape_ = false;
    builder_->open_scope();
    compile_conditional_body(node.body);
    builder_->close_scope();
    builder_->land(to_end);
  }
  --volatile_autoescape_;
  autoescape_ = outer;
}

}  // namespace jinja
