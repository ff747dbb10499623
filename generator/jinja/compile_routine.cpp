#include "jinja/template_compiler.hpp"
#include "text/suggestion.hpp"

#include <algorithm>

/// Blocks, macros, and the tags that bring in other templates.
namespace jinja {

void TemplateCompiler::compile_node(Block& node, Place place) {
  if (output_is_dropped()) {
    return;
  }
  const std::uint32_t visible = node.scoped ? add_visible_list() : 0;
  emit({.op = Op::block,
        .count = node.placement.context,
        .a = program_.block_names.intern(node.name),
        .b = visible},
       place, 0);
}

std::uint32_t TemplateCompiler::compile_block_variant(Block& node, std::uint32_t offset,
                                                      ContextId context) {
  const std::uint32_t index = add_routine(RoutineKind::block, node.name);
  RoutineBuilder builder(template_.routines[index], nullptr);
  builder_ = &builder;
  place_outputs(node.body, context, "the block \"" + std::string(node.name) + "\"", offset);
  compile_body(node.body);
  emit({.op = Op::end}, {offset, offset}, 0);
  builder_ = nullptr;
  return index;
}

/// A block that no parent has is never shown.
void TemplateCompiler::check_blocks() {
  const auto inherited = names_.inherited_blocks(index_);
  if (!inherited || !parsed_.parts.extends_surely ||
      program_.options.undefined != Undefined::strict) {
    return;
  }
  for (std::size_t i = 0; i < parsed_.parts.blocks.size(); ++i) {
    const std::string_view name = parsed_.parts.blocks[i]->name;
    if (parsed_.parts.nested[i] || std::ranges::find(*inherited, name) != inherited->end()) {
      continue;
    }
    report(Severity::error, "jinja/missing-block", parsed_.parts.block_offsets[i],
           "the templates that this one extends have no block \"" + std::string(name) +
               "\": it would never be shown",
           text::did_you_mean(name, *inherited));
  }
}

void TemplateCompiler::compile_block(Block& node, std::uint32_t offset) {
  const NameId name = program_.block_names.intern(node.name);
  if (std::ranges::find(template_.blocks, name, &BlockEntry::name) != template_.blocks.end()) {
    report(Severity::error, "jinja/duplicate-block", offset,
           "there are two blocks \"" + std::string(node.name) + "\" in this template",
           "a block's content can be repeated with {{ self." + std::string(node.name) + "() }}");
    return;
  }
  BlockEntry entry{name, {}, offset, node.required};
  for (const ContextId context : plan_.of_block(index_, node.name)) {
    repeated_ = !entry.variants.empty();
    entry.variants.push_back({context, compile_block_variant(node, offset, context)});
  }
  repeated_ = false;
  template_.blocks.push_back(std::move(entry));
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

std::uint32_t TemplateCompiler::compile_macro(const MacroSource& source, ContextId context) {
  const auto& [kind, name, parameters, body, place] = source;
  const std::uint32_t index = add_routine(kind, name);
  Routine& routine = template_.routines[index];
  routine.context = context;
  RoutineBuilder builder(routine, builder_);
  RoutineBuilder* const outer = std::exchange(builder_, &builder);
  std::vector<LoopLabels> outer_loops;
  outer_loops.swap(loops_);
  builder.conditional = 1;
  for (const Parameter& parameter : parameters) {
    routine.parameters.push_back(parameter.name);
    builder.declare(parameter.name, Assigned::surely);
  }
  for (const auto& [special, slot] :
       {std::pair{"varargs", &routine.varargs_slot}, std::pair{"kwargs", &routine.kwargs_slot},
        std::pair{"caller", &routine.caller_slot}}) {
    const bool is_parameter =
        std::ranges::find(routine.parameters, special) != routine.parameters.end();
    if (!is_parameter && (kind == RoutineKind::macro || special != std::string_view("caller"))) {
      *slot = builder.declare(special, Assigned::surely);
    }
  }
  compile_defaults(parameters);
  place_outputs(body, context,
                kind == RoutineKind::macro ? "the macro \"" + std::string(name) + "\""
                                           : "the body of this \"call\"",
                place.offset);
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

std::uint32_t TemplateCompiler::compile_macro_variants(const MacroSource& source) {
  const std::uint32_t first = compile_macro(source, base_);
  for (const ContextId context : plan_.of_macro(index_, source.name)) {
    if (context != base_) {
      const bool outer = std::exchange(repeated_, true);
      const std::uint32_t variant = compile_macro(source, context);
      repeated_ = outer;
      template_.routines[first].variants.push_back({context, variant});
    }
  }
  return first;
}

void TemplateCompiler::compile_node(Macro& node, Place place) {
  // Its own name is known inside it, so that it may call itself.
  if (!builder_->at_template_level()) {
    builder_->declare(node.name, Assigned::maybe);
  }
  const bool outermost = builder_->at_template_level() && !repeated_;
  const std::uint32_t index =
      compile_macro_variants({RoutineKind::macro, node.name, node.parameters, node.body, place});
  template_.routines[index].outermost = outermost && builder_->conditional == 0;
  emit({.op = Op::make_macro, .a = index}, place, 1);
  assign_name(node.name, place);
}

void TemplateCompiler::compile_node(CallBlock& node, Place place) {
  const std::uint32_t index =
      compile_macro({RoutineKind::call_block, "caller", node.parameters, node.body, place}, base_);
  const Call& call = std::get<Call>(node.call.node);
  if (output_is_dropped()) {
    return;
  }
  const std::uint8_t flags = call_emits | (autoescape_ ? call_autoescape : 0);
  compile_call(call, {node.call.offset, node.call.start}, {flags, node.placement.context}, index);
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

void TemplateCompiler::compile_node(Extends& node, Place place) {
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

void TemplateCompiler::compile_node(Include& node, Place place) {
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
  emit({.op = Op::include,
        .flag = static_cast<std::uint8_t>(flags),
        .count = node.placement.context,
        .b = visible},
       {node.templates.offset, node.templates.start}, -1);
  static_cast<void>(place);
}

void TemplateCompiler::compile_node(Import& node, Place place) {
  refer_to(Reference::Kind::import, node.from, false);
  compile(node.from);
  const std::uint32_t visible = node.with_context ? add_visible_list() : 0;
  const std::uint8_t flags = node.with_context ? include_with_context : 0;
  const std::uint32_t import =
      emit({.op = Op::import, .flag = flags, .b = visible}, {node.from.offset, node.from.start}, 0);
  if (builder_->at_template_level() && !node.with_context) {
    imports_.push_back({index_of_routine(), import, node.name});
  }
  assign_name(node.name, place);
}

void TemplateCompiler::compile_node(FromImport& node, Place place) {
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
