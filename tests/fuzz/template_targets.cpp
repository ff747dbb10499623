#include "diagnostics/show_diagnostic.hpp"
#include "jinja/environment.hpp"
#include "jinja/lexer.hpp"
#include "jinja/template_case.hpp"
#include "promise.hpp"
#include "targets.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace fuzz {

namespace {

using diagnostics::Diagnostic;
using Sources = std::vector<jinja::TemplateSource>;

/// Small enough that whatever a template does ends at once.
constexpr jinja::Limits kLimits = {.depth = 50, .rounds = 20'000, .output_size = 200'000};

void add_source(Sources& sources, const std::string& name, std::string_view bytes) {
  sources.push_back(
      {.name = name, .source = std::make_shared<const text::SourceText>(name, std::string(bytes))});
}

void check_place(const diagnostics::Location& where, const Sources& sources) {
  // A later template of the same name is left out.
  const auto source = std::ranges::find(sources, where.path, &jinja::TemplateSource::name);
  promise(source != sources.end(), "a place is in one of the templates");
  const auto lines = std::max<std::size_t>(source->source->line_count(), 1);
  promise(where.line >= 1 && static_cast<std::size_t>(where.line) <= lines + 1,
          "a place is on a line of its template");
  const std::string_view line = source->source->line(static_cast<std::size_t>(where.line));
  promise(where.column >= 1 && static_cast<std::size_t>(where.column) <= line.size() + 2,
          "a place is in its line");
}

void check_diagnostic(const Diagnostic& problem, const Sources& sources) {
  promise(!problem.message.empty(), "a diagnostic has a message");
  promise(problem.code.starts_with("jinja/"), "a diagnostic has a code");
  check_place(problem.where, sources);
  for (const diagnostics::Note& note : problem.notes) {
    check_place(note.where, sources);
  }
  const std::string shown = diagnostics::show_diagnostic(problem, diagnostics::Colour::no);
  promise(!text::first_malformed(shown), "what is shown is UTF-8");
}

std::string render(const jinja::Environment& environment, std::string_view name,
                   const jinja::RenderInput& input, const Sources& sources) {
  std::string out;
  if (const auto problem = environment.render(name, input, out)) {
    check_diagnostic(*problem, sources);
    out += diagnostics::show_diagnostic(*problem, diagnostics::Colour::no);
  }
  return out;
}

/// What every run sees beside the data of its case.
void add_common_data(values::Map& data) {
  using values::Value;
  const auto add = [&data](const char* name, Value value) {
    if (data.find(name) == nullptr) {
      data.set(name, std::move(value));
    }
  };
  values::Map map;
  map.set("a", Value::integer(1));
  map.set("b", Value::view("<b>"));
  add("text", Value::view("It's <b>, 论文 and \"more\""));
  add("markup", Value::view("<i>made by us</i>", values::Safety::trusted));
  add("list", Value::list({Value::integer(3), Value::none(), Value::view("x"), Value::real(0.5)}));
  add("map", Value::map(std::move(map)));
  add("none_yet", Value::none());
}

void run(const jinja_cases::TemplateCase& one, const jinja::Options& options,
         const Sources& sources) {
  const auto compiled = jinja::Environment::compile(sources, options, {}, one.model);
  for (const Diagnostic& problem : compiled.diagnostics) {
    check_diagnostic(problem, sources);
  }
  values::Map globals;
  globals.set("site", values::Value::view("the site"));
  const jinja::Fragments fragments(compiled.value.fragment_count());
  for (const jinja::TemplateSource& source : sources) {
    const jinja::RenderInput plain{.globals = globals, .context = one.data};
    const jinja::RenderInput kept{.globals = globals, .context = one.data, .fragments = &fragments};
    const std::string first = render(compiled.value, source.name, plain, sources);
    promise(render(compiled.value, source.name, kept, sources) == first,
            "the first page that keeps fragments is as it is without");
    promise(render(compiled.value, source.name, kept, sources) == first,
            "a page with fragments of another is as it is without");
  }
}

}  // namespace

void compile_template(std::string_view bytes) {
  const jinja::Options options;
  std::size_t end = 0;
  for (const jinja::Token& token : jinja::tokenize(bytes, options).list) {
    promise(token.offset >= end && token.offset + token.text.size() <= bytes.size(),
            "tokens stand behind each other in their source");
    promise(token.kind == jinja::TokenKind::end ||
                bytes.substr(token.offset, token.text.size()) == token.text,
            "a token is what stands at its offset");
    end = token.offset + token.text.size();
  }
  Sources sources;
  add_source(sources, "a.html", bytes);
  const auto compiled = jinja::Environment::compile(sources, options, {});
  for (const Diagnostic& problem : compiled.diagnostics) {
    check_diagnostic(problem, sources);
  }
}

void render_templates(std::string_view bytes) {
  jinja_cases::TemplateCase one = jinja_cases::read_template_case(bytes);
  if (one.templates.empty()) {
    one.templates.push_back({"a.html", std::string(bytes)});
  }
  add_common_data(one.data);
  Sources sources;
  for (const jinja_cases::Section& section : one.templates) {
    if (std::ranges::find(sources, section.name, &jinja::TemplateSource::name) == sources.end()) {
      add_source(sources, section.name, section.text);
    }
  }
  one.options.limits = kLimits;
  run(one, one.options, sources);
  jinja::Options other = one.options;
  other.autoescape = !other.autoescape;
  other.undefined = other.undefined == jinja::Undefined::strict ? jinja::Undefined::lenient
                                                                : jinja::Undefined::strict;
  run(one, other, sources);
}

}  // namespace fuzz
