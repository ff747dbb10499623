#include "jinja/template_compiler.hpp"

#include "text/suggestion.hpp"

#include <algorithm>

/// Blocks, macros, and the tags that bring in other templates.
namespace jinja {

void TemplateCompiler::compile_node(const Block& node, Place place) {
  const NameId name = program_.block_names.intern(node.name);
  const auto known = std::ranges::find(template_.blocks, name, &BlockEntry::name);
  if (known != template_.blocks.end()) {
    report(Severity::error, "jinja/duplicate-block", place.offset,
           "there are two blocks \"" + std::string(node.name) + "\" in this template",
           "a block's content can be repeated with {{ self." + std::string(node.name) + "() }}");
    return;
  }
  const std::uint32_t index = add_routine(RoutineKind::block, node.name);
  template_.blocks.push_back({name, index, place.offset, node.required});
  RoutineBuilder builder(template_.routines[index], nullptr);
  RoutineBuilder* const outer = std::exchange(builder_, &builder);
  std::vector<LoopLabels> outer_loops;
  outer_loops.swap(loops_);
  builder.conditional = outer->conditional;
  compile_body(node.body);
  emit({.op = Op::end}, place, 0);
  builder_ = outer;
  loops_.swap(outer_loops);
  if (!output_is_dropped()) {
    const std::uint32_t visible = node.scoped ? add_visible_list() : 0;
    emit({.op = Op::block, .a = name, .b = visible}, place, 0);
  }
}

void TemplateCompiler::compile_defaults(const std::vector<Parameter>& parameters) {
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const Parameter& parameter = parameters[i];
    if (!parameter.default_value) {
      continue;
    }
    const auto slot = static_cast<std::uint32_t>(i);
    const Place place{parameter.default_value->offset, parameter.default_value->start};
    const std::uint32_t given = emit({.op = Op::jump_if_set, .a = slot}, place, 0);
    compile(*parameter.default_value);
    emit({.op = Op::store_slot, .a = slot}, place, -1);
    builder_->land(given);
  }
}

std::uint32_t TemplateCompiler::compile_macro(RoutineKind kind, std::string_view name,
                                              const std::vector<Parameter>& parameters,
                                              const Body& body, Place place) {
  const std::uint32_t index = add_routine(kind, name);
  Routine& routine = template_.routines[index];
  RoutineBuilder builder(routine, builder_);
  RoutineBuilder* const outer = std::exchange(builder_, &builder);
  std::vector<LoopLabels> outer_loops;
  outer_loops.swap(loops_);
  builder.conditional = 1;
  for (const Parameter& parameter : parameters) {
    routine.parameters.push_back(parameter.name);
    builder.declare(parameter.name, Assigned::surely);
  }
  for (const auto& [special, slot] : {std::pair{"varargs", &routine.varargs_slot},
                                      std::pair{"kwargs", &routine.kwargs_slot},
                                      std::pair{"caller", &routine.caller_slot}}) {
    const bool is_parameter =
        std::ranges::find(routine.parameters, special) != routine.parameters.end();
    if (!is_parameter && (kind == RoutineKind::macro || special != std::string_view("caller"))) {
      *slot = builder.declare(special, Assigned::surely);
    }
  }
  compile_defaults(parameters);
  compile_body(body);
  emit({.op = Op::end}, place, 0);
  for (std::uint32_t* const slot :
       {&routine.varargs_slot, &routine.kwargs_slot, &routine.caller_slot}) {
    if (*slot != Routine::kNoSlot && !builder.is_read(*slot)) {
      *slot = Routine::kNoSlot;
    }
  }
  builder_ = outer;
  loops_.swap(outer_loops);
  return index;
}

void TemplateCompiler::compile_node(const Macro& node, Place place) {
  // Its own name is known inside it, so that it may call itself.
  if (!builder_->at_template_level()) {
    builder_->declare(node.name, Assigned::maybe);
  }
  const std::uint32_t index =
      compile_macro(RoutineKind::macro, node.name, node.parameters, node.body, place);
  emit({.op = Op::make_macro, .a = index}, place, 1);
  assign_name(node.name, place);
}

void TemplateCompiler::compile_node(const CallBlock& node, Place place) {
  const std::uint32_t index =
      compile_macro(RoutineKind::call_block, "caller", node.parameters, node.body, place);
  const Call& call = std::get<Call>(node.call.node);
  if (output_is_dropped()) {
    return;
  }
  const std::uint8_t flags = call_emits | (autoescape_ ? call_autoescape : 0);
  compile_call(call, {node.call.offset, node.call.start}, flags, index);
}

bool TemplateCompiler::reached_surely() const {
  return builder_->conditional == 0 && builder_->routine().kind == RoutineKind::template_body;
}

void TemplateCompiler::refer_to(Reference::Kind kind, const Expression& name, bool ignore_missing) {
  const Literal* literal = std::get_if<Literal>(&name.node);
  if (literal == nullptr || literal->value.kind() != values::Kind::text) {
    return;
  }
  const std::string_view wanted = literal->value.as_text();
  const auto found = program_.template_by_name.find(wanted);
  if (found != program_.template_by_name.end()) {
    references.push_back({kind, found->second, name.offset, reached_surely()});
    return;
  }
  if (ignore_missing) {
    return;
  }
  std::vector<std::string_view> names;
  for (const auto& entry : program_.template_by_name) {
    names.push_back(entry.first);
  }
  report(builder_->conditional > 0 ? Severity::depends : Severity::error, "jinja/missing-template",
         name.offset, "there is no template \"" + std::string(wanted) + "\"",
         text::did_you_mean(wanted, names));
}

void TemplateCompiler::compile_node(const Extends& node, Place place) {
  if (builder_->routine().kind != RoutineKind::template_body || builder_->captures > 0) {
    report(Severity::error, "jinja/syntax", place.offset,
           "\"extends\" stands outside of blocks and macros, best at the top of the template", {});
    return;
  }
  if (extends_surely_) {
    report(Severity::error, "jinja/syntax", place.offset, "a template extends only one other", {});
    return;
  }
  refer_to(Reference::Kind::extends, node.parent, false);
  compile(node.parent);
  emit({.op = Op::extends}, {node.parent.offset, node.parent.start}, -1);
  extends_surely_ = builder_->conditional == 0;
}

void TemplateCompiler::compile_node(const Include& node, Place place) {
  if (output_is_dropped()) {
    return;
  }
  if (const ListLiteral* list = std::get_if<ListLiteral>(&node.templates.node)) {
    // Of several templates one has to be there: which, rendering will see.
    for (const Expression& name : list->items) {
      refer_to(Reference::Kind::include, name, true);
    }
  } else {
    refer_to(Reference::Kind::include, node.templates, node.ignore_missing);
  }
  compile(node.templates);
  const int flags = (node.ignore_missing ? include_ignores_missing : 0) |
                    (node.with_context ? include_with_context : 0);
  const std::uint32_t visible = node.with_context ? add_visible_list() : 0;
  emit({.op = Op::include, .flag = static_cast<std::uint8_t>(flags), .b = visible},
       {node.templates.offset, node.templates.start}, -1);
  static_cast<void>(place);
}

void TemplateCompiler::compile_node(const Import& node, Place place) {
  refer_to(Reference::Kind::import, node.from, false);
  compile(node.from);
  const std::uint32_t visible = node.with_context ? add_visible_list() : 0;
  const std::uint8_t flags = node.with_context ? include_with_context : 0;
  emit({.op = Op::import, .flag = flags, .b = visible}, {node.from.offset, node.from.start}, 0);
  assign_name(node.name, place);
}

void TemplateCompiler::compile_node(const FromImport& node, Place place) {
  refer_to(Reference::Kind::import, node.from, false);
  const bool known = !references.empty() && references.back().offset == node.from.offset;
  compile(node.from);
  const std::uint32_t visible = node.with_context ? add_visible_list() : 0;
  const std::uint8_t flags = node.with_context ? include_with_context : 0;
  emit({.op = Op::import, .flag = flags, .b = visible}, {node.from.offset, node.from.start}, 0);
  for (const FromImport::Imported& imported : node.names) {
    if (known) {
      imported_names.push_back({references.back().target, imported.name, imported.offset});
    }
    const Place name{imported.offset, imported.offset};
    emit({.op = Op::import_name, .a = add_field(imported.name)}, name, 1);
    assign_name(imported.alias, name);
  }
  emit({.op = Op::pop}, place, -1);
}

}  // namespace jinja
