#include "jinja/renderer.hpp"

#include "text/html_escape.hpp"
#include "text/suggestion.hpp"
#include "values/value_operators.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jinja {

namespace {

using values::Kind;
using values::RecordField;
using values::Value;

/// `loop` inside a for.
struct Loop {
  std::size_t index = 0;  ///< from 0
  std::size_t length = 0;
};

const Loop& loop_of(const void* loop) {
  return *static_cast<const Loop*>(loop);
}

Value number(std::size_t value) {
  return Value::integer(static_cast<std::int64_t>(value));
}

constexpr auto kLoopFields = std::to_array<RecordField>({
    {"index", [](const void* l, const void*) { return number(loop_of(l).index + 1); }},
    {"index0", [](const void* l, const void*) { return number(loop_of(l).index); }},
    {"revindex",
     [](const void* l, const void*) { return number(loop_of(l).length - loop_of(l).index); }},
    {"revindex0",
     [](const void* l, const void*) { return number(loop_of(l).length - loop_of(l).index - 1); }},
    {"first", [](const void* l, const void*) { return Value::boolean(loop_of(l).index == 0); }},
    {"last", [](const void* l,
                const void*) { return Value::boolean(loop_of(l).index + 1 == loop_of(l).length); }},
    {"length", [](const void* l, const void*) { return number(loop_of(l).length); }},
});
const values::RecordType kLoopType = {.name = "loop", .fields = kLoopFields};

}  // namespace

std::optional<diagnostics::Diagnostic> Renderer::render(std::string_view name, std::string& out) {
  const auto page = program_.templates.find(name);
  if (page == program_.templates.end()) {
    return diagnostics::Diagnostic{.code = "jinja/missing-template",
                                   .message = "there is no template \"" + std::string(name) + "\""};
  }
  run_template(page->second, out);
  return std::move(problem_);
}

Value Renderer::fail(std::size_t offset, std::string code, std::string message,
                     std::string remedy) {
  if (!failed()) {
    problem_ = diagnostics::at_offset(
        *current_->source, offset,
        {.code = std::move(code), .message = std::move(message), .remedy = std::move(remedy)});
    const std::size_t shown = std::min(calls_.size(), kShownCalls);
    problem_->notes.assign(calls_.rbegin(), calls_.rbegin() + static_cast<std::ptrdiff_t>(shown));
    if (shown < calls_.size()) {
      problem_->notes.push_back(
          {.where = {}, .message = "and " + std::to_string(calls_.size() - shown) + " calls more"});
    }
  }
  return {};
}

/// A template that extends another one runs what it sets and imports; then its parent, with its
/// blocks in place of the parent's.
void Renderer::run_template(const Template& page, std::string& out) {
  const Template* outer = std::exchange(current_, &page);
  const auto outer_blocks = std::exchange(blocks_, {});
  const Template* layer = &page;
  std::string thrown_away;
  for (int depth = 0; !failed(); ++depth) {
    current_ = layer;
    for (const auto& [name, block] : layer->blocks) {
      blocks_[name].push_back({layer, block});
    }
    if (layer->parent == nullptr) {
      run(layer->body, out);
      break;
    }
    for (const Statement& statement : layer->body) {
      const bool sets =
          statement.kind == StatementKind::set || statement.kind == StatementKind::block_set ||
          statement.kind == StatementKind::import_names || statement.kind == StatementKind::macro;
      if (sets && !failed()) {
        run_one(statement, thrown_away);
      }
    }
    const Template* parent = failed() ? nullptr : template_named(*layer->parent, false);
    if (depth > kMaxCalls) {
      fail(layer->parent->offset, "jinja/template-cycle", "these templates extend each other");
    }
    if (parent == nullptr) {
      break;
    }
    layer = parent;
  }
  current_ = outer;
  blocks_ = outer_blocks;
}

void Renderer::run(const Body& body, std::string& out) {
  for (const Statement& statement : body) {
    if (statement.kind == StatementKind::text) {
      out.append(statement.text);
      continue;
    }
    run_one(statement, out);
    if (failed()) {
      return;
    }
  }
}

void Renderer::run_one(const Statement& statement, std::string& out) {
  switch (statement.kind) {
    case StatementKind::text:
      out.append(statement.text);
      return;
    case StatementKind::output:
      run_output(statement, out);
      return;
    case StatementKind::condition:
      run_if(statement, out);
      return;
    case StatementKind::loop:
      run_for(statement, out);
      return;
    case StatementKind::set:
    case StatementKind::block_set:
      run_set(statement);
      return;
    case StatementKind::block:
      run_block(statement, out);
      return;
    case StatementKind::include:
      run_include(statement, out);
      return;
    case StatementKind::import_names:
      run_import(statement);
      return;
    case StatementKind::macro: {
      auto macro = std::make_shared<MacroObject>();
      macro->macro = statement.macro.get();
      macro->home = current_;
      scope_.set(statement.text, Value::object(std::move(macro)));
      return;
    }
    case StatementKind::with:
      run_with(statement, out);
  }
}

void Renderer::run_output(const Statement& statement, std::string& out) {
  const Value value = evaluate(*statement.expression);
  if (failed()) {
    return;
  }
  if (value.is_undefined() && program_.options.undefined == Undefined::strict) {
    fail(statement.expression->offset, "jinja/undefined", "this has no value");
    return;
  }
  if (value.kind() == Kind::text) {
    if (value.is_trusted() || !program_.options.autoescape) {
      out.append(value.as_text());
    } else {
      text::append_html_escaped(out, value.as_text());
    }
    return;
  }
  if (value.kind() == Kind::list || value.kind() == Kind::map) {
    text::append_html_escaped(out, values::printed(value));
    return;
  }
  values::append_printed(out, value);
}

void Renderer::run_if(const Statement& statement, std::string& out) {
  for (const Branch& branch : statement.branches) {
    const bool taken = branch.condition == nullptr || is_true(*branch.condition);
    if (failed()) {
      return;
    }
    if (taken) {
      run(branch.body, out);
      return;
    }
  }
}

void Renderer::run_for(const Statement& statement, std::string& out) {
  Value items = evaluate(*statement.expression);
  if (failed()) {
    return;
  }
  if (items.kind() == Kind::map && items.record_type() == nullptr) {
    values::List names;
    for (std::size_t i = 0; i < items.size(); ++i) {
      names.push_back(Value::text(std::string(items.member_name(i))));
    }
    items = Value::list(std::move(names));
  }
  if (items.kind() != Kind::list) {
    fail(statement.expression->offset, "jinja/wrong-type",
         values::kind_name(items) + " cannot be looped over");
    return;
  }
  const Scope::Mark mark = scope_.open();
  if (statement.filter_condition != nullptr) {
    values::List kept;
    for (std::size_t i = 0; i < items.size() && !failed(); ++i) {
      assign(statement, items.at(i), statement.offset);
      if (is_true(*statement.filter_condition)) {
        kept.push_back(items.at(i));
      }
    }
    items = Value::list(std::move(kept));
  }
  Loop loop{.index = 0, .length = items.size()};
  for (; loop.index < loop.length && !failed(); ++loop.index) {
    scope_.set("loop", Value::record(kLoopType, &loop));
    assign(statement, items.at(loop.index), statement.offset);
    const Scope::Mark round = scope_.open();
    run(statement.body, out);
    scope_.close(round);
  }
  scope_.close(mark);
  if (loop.length == 0) {
    run(statement.otherwise, out);
  }
}

void Renderer::assign(const Statement& statement, const Value& value, std::size_t offset) {
  if (statement.targets.size() == 1) {
    scope_.set(statement.targets.front(), value);
    return;
  }
  if (value.kind() != Kind::list || value.size() != statement.targets.size()) {
    fail(offset, "jinja/wrong-type",
         values::kind_name(value) + " cannot be taken apart into " +
             std::to_string(statement.targets.size()) + " names");
    return;
  }
  for (std::size_t i = 0; i < statement.targets.size(); ++i) {
    scope_.set(statement.targets[i], value.at(i));
  }
}

void Renderer::run_set(const Statement& statement) {
  if (statement.kind == StatementKind::block_set) {
    std::string text;
    run(statement.body, text);
    assign(statement, Value::text(std::move(text), values::Safety::trusted), statement.offset);
    return;
  }
  const Value value = evaluate(*statement.expression);
  if (!failed()) {
    assign(statement, value, statement.offset);
  }
}

/// Remembers where the call stands, for errors; false after too many inside each other.
bool Renderer::enter(std::size_t offset, const Template& next) {
  if (callers_.size() >= kMaxCalls) {
    fail(offset, "jinja/recursion-limit",
         "templates call each other more than " + std::to_string(kMaxCalls) + " levels deep");
    return false;
  }
  callers_.push_back(current_);
  current_ = &next;
  return true;
}

void Renderer::leave() {
  current_ = callers_.back();
  callers_.pop_back();
}

void Renderer::run_with(const Statement& statement, std::string& out) {
  std::vector<Value> assigned;
  for (const ExpressionPointer& expression : statement.assigned) {
    assigned.push_back(evaluate(*expression));
  }
  const Scope::Mark mark = scope_.open();
  for (std::size_t i = 0; i < assigned.size(); ++i) {
    scope_.set(statement.targets[i], assigned[i]);
  }
  if (!failed()) {
    run(statement.body, out);
  }
  scope_.close(mark);
}

}  // namespace jinja
