#include "jinja/template_compiler.hpp"

#include "text/suggestion.hpp"

#include <algorithm>
#include <map>

namespace jinja {

TemplateCompiler::TemplateCompiler(Program& program, const Input& input)
    : program_(program),
      plan_(input.plan),
      names_(input.names),
      parsed_(input.parsed),
      index_(input.index),
      template_(*input.parsed.entry),
      autoescape_(program.options.autoescape) {}

void TemplateCompiler::compile() {
  template_.shapes.emplace_back();  // shape 0: no arguments
  for (const ContextId context : plan_.of_body(index_)) {
    compile_template_body(context);
    repeated_ = true;
  }
  repeated_ = false;
  base_ = plan_.of_body(index_).front();
  check_blocks();
  for (std::size_t i = 0; i < parsed_.parts.blocks.size(); ++i) {
    compile_block(*parsed_.parts.blocks[i], parsed_.parts.block_offsets[i]);
  }
  mark_imports();
  const std::size_t hints = template_.expected_fields.size();
  template_.hints = std::make_unique<FieldHint[]>(hints);
  for (std::size_t i = 0; i < hints; ++i) {
    template_.hints[i] = template_.expected_fields[i];
  }
}

std::uint32_t TemplateCompiler::index_of_routine() const {
  const auto same = [this](const Routine& routine) { return &routine == &builder_->routine(); };
  return static_cast<std::uint32_t>(std::ranges::find_if(template_.routines, same) -
                                    template_.routines.begin());
}

void TemplateCompiler::mark_imports() {
  std::map<std::string_view, int> called;
  for (const Call* call : known_calls_) {
    if (const Attribute* attribute = std::get_if<Attribute>(&call->callee->node)) {
      ++called[std::get<Name>(attribute->object->node).name];
    } else {
      ++called[std::get<Name>(call->callee->node).name];
    }
  }
  const auto uses = [this](std::string_view name) {
    const auto found = parsed_.parts.name_uses.find(name);
    return found == parsed_.parts.name_uses.end() ? 0 : found->second;
  };
  for (const ImportPlace& import : imports_) {
    // Its own tag names it once.
    if (uses(import.name) == called[import.name] + 1) {
      template_.routines[import.routine].code[import.instruction].flag |= import_macros_only;
    }
  }
  template_.only_macros = parsed_.parts.only_macros;
  for (const std::string_view macro : parsed_.parts.outermost_macros) {
    template_.only_macros = template_.only_macros && uses(macro) == called[macro] + 1;
  }
  for (const TemplateParts::Imported& imported : parsed_.parts.imports) {
    template_.only_macros =
        template_.only_macros && uses(imported.name) == called[imported.name] + 1;
  }
}

void TemplateCompiler::compile_template_body(ContextId context) {
  const std::uint32_t index = add_routine(RoutineKind::template_body, {});
  template_.bodies.push_back({context, index});
  RoutineBuilder builder(template_.routines[index], nullptr);
  builder_ = &builder;
  extends_surely_ = false;
  // A page may end as it likes, but what is included may not.
  const bool included = plan_.is_included(index_) && !parsed_.parts.extends_surely;
  place_outputs(parsed_.body, context, included ? "this template, which others include," : "", 0);
  compile_body(parsed_.body);
  emit({.op = Op::end}, {}, 0);
  builder_ = nullptr;
}

ContextId TemplateCompiler::base_of(ContextId context, const Program& program) {
  return ContextTable::initial(program.contexts[context].language);
}

void TemplateCompiler::place_outputs(Body& body, ContextId context, std::string_view what,
                                     std::uint32_t offset) {
  base_ = base_of(context, program_);
  OutputPlacer placer(program_.contexts, base_, autoescape_);
  const ContextSet end = placer.place(body, {context});
  builder_->routine().ends_elsewhere = autoescape_ && !placer.ends_in_place(context, end);
  if (!what.empty()) {
    placer.check_end(context, end, what, offset);
  }
  for (SyntaxError& error : placer.errors) {
    const bool repeated = std::exchange(repeated_, false);
    report(Severity::error, "jinja/unclear-context", error.offset, std::move(error.message),
           std::move(error.remedy));
    repeated_ = repeated;
  }
}

void TemplateCompiler::report(Severity severity, std::string_view code, std::uint32_t offset,
                              std::string message, std::string remedy) {
  if (repeated_) {
    return;
  }
  const bool error = severity == Severity::error || program_.options.undefined == Undefined::strict;
  diagnostics.push_back(diagnostics::at_offset(
      *template_.source, offset,
      {.severity = error ? diagnostics::Severity::error : diagnostics::Severity::warning,
       .code = std::string(code),
       .message = std::move(message),
       .remedy = std::move(remedy)}));
}

std::uint32_t TemplateCompiler::add_text(std::string_view text) {
  // Templates from other systems may have CR LF; pages have LF.
  if (text.find('\r') != std::string_view::npos) {
    std::string made;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
      if (!pair) {
        made += text[i] == '\r' ? '\n' : text[i];
      }
    }
    text = template_.made_texts.emplace_back(std::move(made));
  }
  template_.texts.push_back(text);
  return static_cast<std::uint32_t>(template_.texts.size() - 1);
}

std::uint32_t TemplateCompiler::add_constant(values::Value value) {
  template_.constants.push_back(std::move(value));
  return static_cast<std::uint32_t>(template_.constants.size() - 1);
}

std::uint32_t TemplateCompiler::add_field(std::string_view name) {
  const auto known = std::ranges::find(template_.fields, name);
  if (known != template_.fields.end()) {
    return static_cast<std::uint32_t>(known - template_.fields.begin());
  }
  template_.fields.push_back(name);
  return static_cast<std::uint32_t>(template_.fields.size() - 1);
}

std::uint32_t TemplateCompiler::new_hint(const values::RecordField* expected) {
  // Fields of described maps cannot be read through a record.
  const bool readable = expected != nullptr && expected->read != nullptr;
  template_.expected_fields.push_back(readable ? expected : nullptr);
  return static_cast<std::uint32_t>(template_.expected_fields.size() - 1);
}

std::uint32_t TemplateCompiler::add_visible_list() {
  std::vector<VisibleName> list;
  builder_->list_variables(program_.variables, list);
  if (list.empty()) {
    return 0;
  }
  template_.visible_lists.push_back(std::move(list));
  return static_cast<std::uint32_t>(template_.visible_lists.size());
}

std::uint32_t TemplateCompiler::add_late_error(std::string_view code, std::string message,
                                               std::string remedy) {
  template_.late_errors.push_back({code, std::move(message), std::move(remedy)});
  return static_cast<std::uint32_t>(template_.late_errors.size() - 1);
}

std::uint32_t TemplateCompiler::add_routine(RoutineKind kind, std::string_view name) {
  Routine& routine = template_.routines.emplace_back();
  routine.kind = kind;
  routine.name = name;
  return static_cast<std::uint32_t>(template_.routines.size() - 1);
}

}  // namespace jinja
