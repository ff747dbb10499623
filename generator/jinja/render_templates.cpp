#include "jinja/renderer.hpp"
#include "text/suggestion.hpp"
#include "values/value_operators.hpp"

#include <algorithm>
#include <utility>

// What one template has to do with others: blocks, includes, imports.
namespace jinja {

using values::Kind;
using values::Value;

void Renderer::run_block(const Statement& statement, std::string& out) {
  run_block_level(statement.text, 0, out);
}

void Renderer::run_block_level(std::string_view name, std::size_t level, std::string& out) {
  const std::vector<BlockLevel>& levels = blocks_[name];
  if (level >= levels.size()) {
    return;
  }
  if (!enter(levels[level].block->offset, *levels[level].home)) {
    return;
  }
  open_blocks_.push_back({name, level});
  const Scope::Mark mark = scope_.open();
  run(levels[level].block->body, out);
  scope_.close(mark);
  open_blocks_.pop_back();
  leave();
}

const Template* Renderer::template_named(const Expression& expression, bool missing_is_fine) {
  Value name = evaluate(expression);
  if (failed()) {
    return nullptr;
  }
  const Value names = name.kind() == Kind::list ? name : Value::list({name});
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto found = program_.templates.find(names.at(i).as_text());
    if (found != program_.templates.end()) {
      return &found->second;
    }
  }
  if (!missing_is_fine) {
    std::vector<std::string_view> known;
    for (const auto& one : program_.templates) {
      known.push_back(one.first);
    }
    fail(expression.offset, "jinja/missing-template",
         "there is no template \"" + values::printed(name) + "\"",
         text::did_you_mean(names.at(0).as_text(), known));
  }
  return nullptr;
}

void Renderer::run_include(const Statement& statement, std::string& out) {
  const Template* included = template_named(*statement.expression, statement.ignore_missing);
  if (included == nullptr) {
    return;
  }
  calls_.push_back(
      {diagnostics::location_at(*current_->source, statement.offset), "included from here"});
  if (enter(statement.offset, *included)) {
    const Scope::Mark mark = scope_.open();
    run_template(*included, out);
    scope_.close(mark);
    leave();
  }
  calls_.pop_back();
}

const Renderer::Module* Renderer::module_of(const Template& source) {
  Module*& module = modules_[&source];
  if (module != nullptr) {
    return module;
  }
  module = &module_storage_.emplace_back();
  std::string thrown_away;
  const Scope::Mark mark = scope_.open_closed();
  run_template(source, thrown_away);
  module->names = scope_.frame_names();
  scope_.close(mark);
  for (const Scope::Name& name : module->names) {
    if (const auto* object = name.value.object_pointer()) {
      if (auto* macro = dynamic_cast<MacroObject*>(object->get())) {
        macro->module = macro->home == &source ? module : macro->module;
      }
    }
  }
  return module;
}

void Renderer::run_import(const Statement& statement) {
  const Template* source = template_named(*statement.expression, false);
  if (source == nullptr || !enter(statement.offset, *source)) {
    return;
  }
  const Module* module = module_of(*source);
  leave();
  if (statement.imported.empty()) {
    values::Map map;
    for (const Scope::Name& name : module->names) {
      map.set(std::string(name.name), name.value);
    }
    scope_.set(statement.text, Value::map(std::move(map)));
    return;
  }
  for (const auto& [name, alias] : statement.imported) {
    const auto found = std::ranges::find(module->names, name, &Scope::Name::name);
    if (found == module->names.end()) {
      fail(statement.offset, "jinja/undefined",
           "\"" + source->name + "\" has no macro \"" + std::string(name) + "\"");
      return;
    }
    scope_.set(alias, found->value);
  }
}

}  // namespace jinja
