#include "jinja/known_names.hpp"

#include <algorithm>
#include <array>

namespace jinja {

KnownNames::KnownNames(const Program& program, const DataModel& model,
                       const std::vector<ParsedTemplate>& trees)
    : program_(program),
      model_(model),
      trees_(trees),
      pages_(trees.size()),
      imported_(trees.size()),
      stateful_(trees.size()) {
  for (const ParsedTemplate& tree : trees) {
    assigned_.insert(tree.parts.assigned.begin(), tree.parts.assigned.end());
  }
  for (std::size_t page = 0; page < model.pages.size(); ++page) {
    for (const std::string& name : model.pages[page].templates) {
      if (const ParsedTemplate* tree = find_template(name)) {
        reach(index_of(*tree), page);
      }
    }
  }
  for (const ParsedTemplate& tree : trees) {
    for (const TemplateParts::Imported& imported : tree.parts.imports) {
      const ParsedTemplate* from = find_template(imported.source);
      if (from != nullptr && !imported.with_context) {
        imported_[index_of(*from)] = true;
      }
    }
  }
  find_stateful();
}

const ParsedTemplate* KnownNames::find_template(std::string_view name) const {
  const auto found = program_.template_by_name.find(name);
  return found == program_.template_by_name.end() ? nullptr : &trees_[found->second];
}

std::uint32_t KnownNames::index_of(const ParsedTemplate& tree) const {
  return static_cast<std::uint32_t>(&tree - trees_.data());
}

/// Marks `source`, and whatever it shows, as used by pages of that kind.
void KnownNames::reach(std::uint32_t source, std::size_t page) {
  if (!pages_[source].insert(page).second) {
    return;
  }
  const TemplateParts& parts = trees_[source].parts;
  const auto follow = [&](std::string_view name) {
    if (const ParsedTemplate* tree = find_template(name)) {
      reach(index_of(*tree), page);
    }
  };
  for (const Extends* extends : parts.parents) {
    follow(literal_name(extends->parent));
  }
  for (const std::string_view name : parts.included) {
    follow(name);
  }
  for (const TemplateParts::Imported& imported : parts.imports) {
    if (imported.with_context) {
      follow(imported.source);
    }
  }
}

/// A macro that keeps something in a namespace, or that calls one that does.
void KnownNames::find_stateful() {
  for (std::size_t i = 0; i < trees_.size(); ++i) {
    stateful_[i] = trees_[i].parts.keeps_state;
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < trees_.size(); ++i) {
      for (const TemplateParts::Imported& imported : trees_[i].parts.imports) {
        const ParsedTemplate* from = find_template(imported.source);
        const bool unknown = from == nullptr || imported.with_context;
        if (!stateful_[i] && (unknown || stateful_[index_of(*from)])) {
          stateful_[i] = true;
          changed = true;
        }
      }
    }
  }
}

bool KnownNames::sees_page(std::uint32_t source, std::size_t page) const {
  // A template that nothing reaches by name may be named by an expression.
  return pages_[source].contains(page) || (pages_[source].empty() && !imported_[source]);
}

bool KnownNames::is_global(std::string_view name) const {
  return !assigned_.contains(name) &&
         std::ranges::find(model_.globals, name, &Variable::name) != model_.globals.end();
}

bool KnownNames::is_function(std::string_view name) const {
  const std::optional<NameId> id = program_.variables.find(name);
  const auto same = [&id](const auto& function) { return id && function.first == *id; };
  return !assigned_.contains(name) && std::ranges::any_of(program_.functions, same);
}

bool KnownNames::may_exist(std::uint32_t source, std::string_view name) const {
  if (model_.empty() || assigned_.contains(name)) {
    return true;
  }
  const std::vector<std::string_view> names = names_for(source);
  return std::ranges::find(names, name) != names.end();
}

std::vector<std::string_view> KnownNames::names_for(std::uint32_t source) const {
  std::vector<std::string_view> names;
  for (const Variable& global : model_.globals) {
    names.push_back(global.name);
  }
  for (std::size_t page = 0; page < model_.pages.size(); ++page) {
    for (const Variable& variable : model_.pages[page].variables) {
      if (sees_page(source, page)) {
        names.push_back(variable.name);
      }
    }
  }
  for (const auto& function : program_.functions) {
    names.push_back(program_.variables.name_of(function.first));
  }
  for (const char* const own : {"loop", "self", "super", "caller", "varargs", "kwargs"}) {
    names.emplace_back(own);
  }
  return names;
}

values::Shape KnownNames::shape_of(std::uint32_t source, std::string_view name) const {
  if (assigned_.contains(name)) {
    return {};
  }
  const auto global = std::ranges::find(model_.globals, name, &Variable::name);
  std::optional<values::Shape> shape;
  if (global != model_.globals.end()) {
    shape = global->shape;
  }
  for (std::size_t page = 0; page < model_.pages.size(); ++page) {
    const auto& variables = model_.pages[page].variables;
    const auto variable = std::ranges::find(variables, name, &Variable::name);
    if (variable == variables.end() || !sees_page(source, page)) {
      continue;
    }
    if (shape && *shape != variable->shape) {
      return {};
    }
    shape = variable->shape;
  }
  return shape.value_or(values::Shape());
}

KnownNames::Callee KnownNames::parts_of_callee(const Expression& callee) {
  if (const Attribute* attribute = std::get_if<Attribute>(&callee.node)) {
    const Name* object = std::get_if<Name>(&attribute->object->node);
    return {object == nullptr ? std::string_view() : object->name, attribute->name};
  }
  const Name* name = std::get_if<Name>(&callee.node);
  return {name == nullptr ? std::string_view() : name->name, {}};
}

const TemplateParts::Imported* KnownNames::find_import(std::uint32_t source,
                                                       const Callee& callee) const {
  const TemplateParts& parts = trees_[source].parts;
  const auto imported =
      std::ranges::find(parts.imports, callee.alias, &TemplateParts::Imported::name);
  if (callee.alias.empty() || imported == parts.imports.end() ||
      imported->member.empty() == callee.member.empty()) {
    return nullptr;
  }
  // Templates that extend each other share their names: all have to mean the same by this one.
  for (const ParsedTemplate& tree : trees_) {
    const auto same = [&](const TemplateParts::Imported& other) {
      return other.name == callee.alias && other.source == imported->source &&
             other.member == imported->member && other.with_context == imported->with_context;
    };
    if (std::ranges::count(tree.parts.assigned, callee.alias) !=
        std::ranges::count_if(tree.parts.imports, same)) {
      return nullptr;
    }
  }
  return std::ranges::count(parts.assigned, callee.alias) == 1 ? &*imported : nullptr;
}

std::optional<std::uint32_t> KnownNames::imported_module(std::uint32_t source,
                                                         std::string_view alias,
                                                         std::string_view member) const {
  const TemplateParts::Imported* imported = find_import(source, {alias, member});
  const ParsedTemplate* from = imported == nullptr ? nullptr : find_template(imported->source);
  return from == nullptr ? std::nullopt : std::optional(index_of(*from));
}

const ParsedTemplate* KnownNames::pure_module(std::uint32_t source,
                                              const Expression& callee) const {
  const TemplateParts::Imported* imported = find_import(source, parts_of_callee(callee));
  if (imported == nullptr || imported->with_context || !imported->outermost) {
    return nullptr;
  }
  const ParsedTemplate* from = find_template(imported->source);
  return from == nullptr || stateful_[index_of(*from)] ? nullptr : from;
}

const Macro* KnownNames::find_macro(std::uint32_t source, const Expression& callee) const {
  const Callee called = parts_of_callee(callee);
  const ParsedTemplate* home = &trees_[source];
  std::string_view name = called.alias;
  if (const TemplateParts::Imported* imported = find_import(source, called)) {
    home = find_template(imported->source);
    name = called.member.empty() ? imported->member : called.member;
  } else if (!called.member.empty()) {
    return nullptr;
  }
  if (home == nullptr || std::ranges::count(home->parts.assigned, name) != 1) {
    return nullptr;
  }
  const auto macro = std::ranges::find_if(home->parts.macros,
                                          [name](const Macro* one) { return one->name == name; });
  return macro == home->parts.macros.end() ? nullptr : *macro;
}

std::optional<KnownNames::KnownMacro> KnownNames::known_macro(std::uint32_t source,
                                                              const Expression& callee) const {
  const Macro* const macro = find_macro(source, callee);
  const Callee called = parts_of_callee(callee);
  const TemplateParts::Imported* imported = find_import(source, called);
  if (macro == nullptr || macro->takes_any ||
      (imported != nullptr && (imported->with_context || !imported->outermost))) {
    return std::nullopt;
  }
  const std::uint32_t home =
      imported == nullptr ? source : index_of(*find_template(imported->source));
  const TemplateParts& parts = trees_[home].parts;
  const bool outermost = std::ranges::count(parts.outermost_macros, macro->name) == 1;
  // A relative may define a macro of that name in its place.
  const auto elsewhere = std::ranges::count_if(trees_, [&](const ParsedTemplate& tree) {
    return &tree != &trees_[home] &&
           std::ranges::find(tree.parts.assigned, macro->name) != tree.parts.assigned.end();
  });
  if (!outermost || (imported == nullptr && elsewhere > 0)) {
    return std::nullopt;
  }
  return KnownMacro{macro, home, imported == nullptr};
}

std::optional<std::vector<std::string_view>> KnownNames::inherited_blocks(
    std::uint32_t source) const {
  std::vector<std::string_view> names;
  const ParsedTemplate* tree = &trees_[source];
  for (std::size_t step = 0; step < trees_.size(); ++step) {
    if (tree->parts.parents.empty()) {
      return names;
    }
    const std::string_view parent = literal_name(tree->parts.parents.front()->parent);
    tree = find_template(parent);
    if (tree == nullptr || tree->entry->error) {
      return std::nullopt;
    }
    for (const Block* block : tree->parts.blocks) {
      names.push_back(block->name);
    }
  }
  return std::nullopt;  // they extend each other in a circle
}

}  // namespace jinja
