#include "jinja/environment.hpp"

#include "jinja/lexer.hpp"
#include "jinja/machine.hpp"
#include "jinja/parser.hpp"
#include "jinja/program.hpp"
#include "jinja/template_compiler.hpp"
#include "jinja/template_graph.hpp"

#include <utility>

namespace jinja {

namespace {

using diagnostics::Diagnostic;

void add_templates(Program& program, std::vector<TemplateSource>& sources) {
  for (TemplateSource& source : sources) {
    const auto index = static_cast<std::uint32_t>(program.templates.size());
    if (program.template_by_name.emplace(source.name, index).second) {
      Template& entry = program.templates.emplace_back();
      entry.name = std::move(source.name);
      entry.source = std::move(source.source);
    }
  }
}

std::optional<SyntaxError> parse_into(ParsedTemplate& parsed, const Options& options) {
  Tokens tokens = tokenize(parsed.entry->source->bytes(), options);
  if (tokens.error) {
    return std::move(tokens.error);
  }
  Parser parser(tokens.list);
  parsed.body = parser.parse();
  if (parser.error()) {
    parsed.body.clear();
  }
  parsed.parts = parts_of(parsed.body, tokens.list);
  return parser.error();
}

/// Finds the routines of the macros that a template calls.
void link_calls(const Program& program, Template& entry) {
  for (KnownCall& call : entry.known_calls) {
    call.source = &program.templates[call.home];
    for (const Routine& routine : call.source->routines) {
      if (routine.kind == RoutineKind::macro && routine.name == call.macro && routine.outermost) {
        call.routine = &routine;
        for (const Variant& variant : routine.variants) {
          if (variant.context == call.context) {
            call.routine = &call.source->routines[variant.routine];
          }
        }
        break;
      }
    }
  }
}

Diagnostic diagnostic_of(const Template& entry, SyntaxError error) {
  return diagnostics::at_offset(*entry.source, error.offset,
                                {.code = "jinja/syntax",
                                 .message = std::move(error.message),
                                 .remedy = std::move(error.remedy)});
}

}  // namespace

Environment::Environment(std::shared_ptr<const Program> program) : program_(std::move(program)) {}

diagnostics::Reported<Environment> Environment::compile(
    std::vector<TemplateSource> sources, Options options,
    std::map<std::string, HostFilter> host_filters, const DataModel& model) {
  auto program = std::make_shared<Program>();
  program->options = options;
  program->host_filters = std::move(host_filters);
  for (auto& [name, function] : builtin_functions()) {
    program->functions.emplace_back(program->variables.intern(name), std::move(function));
  }
  add_templates(*program, sources);
  std::vector<Diagnostic> problems;
  std::vector<ParsedTemplate> parsed;
  for (Template& entry : program->templates) {
    ParsedTemplate& tree = parsed.emplace_back(ParsedTemplate{&entry, {}, {}});
    if (std::optional<SyntaxError> error = parse_into(tree, options)) {
      entry.error = diagnostic_of(entry, *std::move(error));
      problems.push_back(*entry.error);
    }
  }
  const ContextPlan plan(*program, parsed);
  const KnownNames names(*program, model, parsed);
  TemplateGraph graph;
  for (std::uint32_t i = 0; i < parsed.size(); ++i) {
    ParsedTemplate& tree = parsed[i];
    TemplateCompiler compiler(*program, {plan, names, tree, i});
    compiler.compile();
    for (Diagnostic& problem : compiler.diagnostics) {
      if (problem.severity == diagnostics::Severity::error && !tree.entry->error) {
        tree.entry->error = problem;
      }
      problems.push_back(std::move(problem));
    }
    graph.add(*tree.entry, compiler.references, compiler.imported_names);
  }
  for (Template& entry : program->templates) {
    link_calls(*program, entry);
  }
  graph.check(*program, problems);
  return {.value = Environment(std::move(program)), .diagnostics = std::move(problems)};
}

bool Environment::has(std::string_view name) const {
  return program_ != nullptr && program_->template_by_name.contains(name);
}

std::size_t Environment::fragment_count() const {
  return program_ == nullptr ? 0 : program_->fragment_count;
}

std::optional<Diagnostic> Environment::render(std::string_view name, const RenderInput& input,
                                              std::string& out) const {
  if (!has(name)) {
    return Diagnostic{.code = "jinja/missing-template",
                      .message = "there is no template \"" + std::string(name) + "\""};
  }
  // A host's filter may render another page meanwhile, so the workspace is taken out.
  thread_local std::unique_ptr<Workspace> spare;
  std::unique_ptr<Workspace> workspace =
      spare != nullptr ? std::move(spare) : std::make_unique<Workspace>();
  std::optional<Diagnostic> problem;
  {
    Machine machine(*program_, input, *workspace);
    problem = machine.render(program_->templates[program_->template_by_name.find(name)->second]);
  }
  out.append(workspace->page.from(0));
  if (!problem) {
    workspace->forget_page();
    spare = std::move(workspace);
  }
  return problem;
}

}  // namespace jinja
