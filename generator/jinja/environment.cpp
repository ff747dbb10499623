#include "jinja/environment.hpp"

#include "jinja/lexer.hpp"
#include "jinja/parser.hpp"
#include "jinja/renderer.hpp"
#include "text/suggestion.hpp"

#include <algorithm>
#include <utility>

namespace jinja {

namespace {

using diagnostics::Diagnostic;

/// Calls `visit` with every statement, nested ones too.
template <typename Visit>
void for_each_statement(const Body& body, const Visit& visit) {
  for (const Statement& statement : body) {
    visit(statement);
    for (const Branch& branch : statement.branches) {
      for_each_statement(branch.body, visit);
    }
    for_each_statement(statement.body, visit);
    for_each_statement(statement.otherwise, visit);
    if (statement.macro) {
      for_each_statement(statement.macro->body, visit);
    }
  }
}

void find_blocks(Template& into, std::vector<Diagnostic>& problems) {
  for_each_statement(into.body, [&](const Statement& statement) {
    if (statement.kind != StatementKind::block) {
      return;
    }
    if (!into.blocks.emplace(statement.text, &statement).second) {
      problems.push_back(diagnostics::at_offset(
          *into.source, statement.offset,
          {.code = "jinja/syntax",
           .message = "the block \"" + std::string(statement.text) + "\" stands here twice",
           .remedy = "give one of the two another name"}));
    }
  });
}

/// A template that is always needed by another one, and where that says so.
struct Need {
  std::string name;
  std::size_t offset = 0;
};

bool is_literal_text(const ExpressionPointer& expression) {
  return expression != nullptr && expression->kind == ExpressionKind::literal &&
         expression->literal.kind() == values::Kind::text;
}

Need need_of(const ExpressionPointer& expression) {
  return {std::string(expression->literal.as_text()), expression->offset};
}

/// Templates that `one` extends, includes or imports by name.
std::vector<Need> needs_of(const Template& one) {
  std::vector<Need> needs;
  if (is_literal_text(one.parent)) {
    needs.push_back(need_of(one.parent));
  }
  for_each_statement(one.body, [&needs](const Statement& statement) {
    const bool loads =
        statement.kind == StatementKind::include || statement.kind == StatementKind::import_names;
    if (loads && !statement.ignore_missing && is_literal_text(statement.expression)) {
      needs.push_back(need_of(statement.expression));
    }
  });
  return needs;
}

/// Templates that rendering `one` always renders: what it extends, and what it includes outside
/// any condition.
std::vector<Need> certain_needs_of(const Template& one) {
  std::vector<Need> needs;
  if (is_literal_text(one.parent)) {
    needs.push_back(need_of(one.parent));
    return needs;
  }
  for (const Statement& statement : one.body) {
    if (statement.kind == StatementKind::include && is_literal_text(statement.expression)) {
      needs.push_back(need_of(statement.expression));
    }
  }
  return needs;
}

void check_needs(const Program& program, std::vector<Diagnostic>& problems) {
  std::vector<std::string_view> known;
  for (const auto& one : program.templates) {
    known.push_back(one.first);
  }
  for (const auto& [name, one] : program.templates) {
    for (const Need& need : needs_of(one)) {
      if (program.templates.find(need.name) == program.templates.end()) {
        problems.push_back(
            diagnostics::at_offset(*one.source, need.offset,
                                   {.code = "jinja/missing-template",
                                    .message = "there is no template \"" + need.name + "\"",
                                    .remedy = text::did_you_mean(need.name, known)}));
      }
    }
  }
}

/// Whether rendering `from` always renders `target`; `path` is how it got there.
bool reaches(const Program& program, const Template& from, const Template& target,
             std::vector<const Template*>& path) {
  for (const Need& need : certain_needs_of(from)) {
    const auto next = program.templates.find(need.name);
    if (next == program.templates.end()) {
      continue;
    }
    if (&next->second == &target) {
      return true;
    }
    if (std::ranges::find(path, &next->second) == path.end()) {
      path.push_back(&next->second);
      if (reaches(program, next->second, target, path)) {
        return true;
      }
    }
  }
  return false;
}

void check_cycles(const Program& program, std::vector<Diagnostic>& problems) {
  for (const auto& [name, one] : program.templates) {
    std::vector<const Template*> path = {&one};
    if (!reaches(program, one, one, path)) {
      continue;
    }
    std::string chain = name;
    for (std::size_t i = 1; i < path.size(); ++i) {
      chain += " -> " + path[i]->name;
    }
    problems.push_back(
        diagnostics::at_offset(*one.source, certain_needs_of(one).front().offset,
                               {.code = "jinja/template-cycle",
                                .message = "this template needs itself: " + chain + " -> " + name,
                                .remedy = "take one of these lines out, or put it under an if"}));
  }
}

}  // namespace

const values::Value* Arguments::find(std::string_view name) const {
  const auto found = std::ranges::find(names, name);
  return found == names.end() ? nullptr : &named[static_cast<std::size_t>(found - names.begin())];
}

const values::Value* Arguments::find(std::size_t position, std::string_view name) const {
  return position < positional.size() ? &positional[position] : find(name);
}

Environment::Environment(std::shared_ptr<const Program> program) : program_(std::move(program)) {}

diagnostics::Reported<Environment> Environment::compile(
    std::vector<TemplateSource> sources, Options options,
    std::map<std::string, HostFilter> host_filters) {
  auto program = std::make_shared<Program>();
  program->options = options;
  program->host_filters = std::move(host_filters);
  std::vector<Diagnostic> problems;
  for (TemplateSource& source : sources) {
    const std::size_t before = problems.size();
    Template compiled;
    compiled.name = source.name;
    compiled.source = std::move(source.source);
    Tokens tokens = cut_into_tokens(*compiled.source, options);
    if (tokens.problem) {
      problems.push_back(*std::move(tokens.problem));
      continue;
    }
    TokenCursor cursor(
        tokens.tokens,
        {.source = *compiled.source, .host_filters = program->host_filters, .problems = problems});
    parse_statements(cursor, compiled);
    if (problems.size() > before) {
      continue;
    }
    auto [place, is_new] = program->templates.emplace(compiled.name, std::move(compiled));
    if (is_new) {
      find_blocks(place->second, problems);
    }
  }
  if (problems.empty()) {
    check_needs(*program, problems);
    check_cycles(*program, problems);
  }
  return {.value = Environment(std::move(program)), .diagnostics = std::move(problems)};
}

bool Environment::has(std::string_view name) const {
  return program_ != nullptr && program_->templates.contains(name);
}

std::optional<Diagnostic> Environment::render(std::string_view name, const values::Map& globals,
                                              const values::Map& context, std::string& out) const {
  return Renderer(*program_, globals, context).render(name, out);
}

}  // namespace jinja
