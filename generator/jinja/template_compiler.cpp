#include "jinja/template_compiler.hpp"

#include "text/suggestion.hpp"

#include <algorithm>

namespace jinja {

TemplateCompiler::TemplateCompiler(Program& program, Template& result)
    : program_(program), template_(result), autoescape_(program.options.autoescape) {}

void TemplateCompiler::compile(const Body& body) {
  template_.shapes.emplace_back();  // shape 0: no arguments
  RoutineBuilder builder(template_.routines.emplace_back(), nullptr);
  builder_ = &builder;
  compile_body(body);
  emit({Op::end}, {}, 0);
  builder_ = nullptr;
  template_.hints = std::make_unique<FieldHint[]>(template_.hint_count);
}

void TemplateCompiler::report(Severity severity, std::string_view code, std::uint32_t offset,
                              std::string message, std::string remedy) {
  const bool error =
      severity == Severity::error || program_.options.undefined == Undefined::strict;
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
