#include "jinja/context_plan.hpp"

#include <algorithm>
#include <numeric>

namespace jinja {

ContextPlan::ContextPlan(Program& program, std::vector<ParsedTemplate>& trees)
    : program_(program), trees_(trees), included_(trees.size()), families_(trees.size()) {
  find_families();
  for (std::uint32_t i = 0; i < trees.size(); ++i) {
    add(i, Kind::body, {}, base_of(i));
    for (const Macro* macro : trees[i].parts.macros) {
      add(i, Kind::macro, macro->name, base_of(i));
    }
  }
  while (!waiting_.empty()) {
    const Unit unit = waiting_.front();
    waiting_.pop_front();
    follow(unit);
  }
}

ContextId ContextPlan::base_of(std::uint32_t source) const {
  return ContextTable::initial(language_of(trees_[source].entry->name));
}

void ContextPlan::find_families() {
  std::iota(families_.begin(), families_.end(), 0U);
  for (std::uint32_t i = 0; i < trees_.size(); ++i) {
    for (const Extends* extends : trees_[i].parts.parents) {
      const auto parent = program_.template_by_name.find(literal_name(extends->parent));
      if (parent != program_.template_by_name.end()) {
        unite_families(i, parent->second);
      } else if (literal_name(extends->parent).empty()) {
        // An expression names the parent: it may be any.
        for (std::uint32_t other = 0; other < trees_.size(); ++other) {
          unite_families(i, other);
        }
      }
    }
  }
}

void ContextPlan::unite_families(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t kept = families_[a];
  const std::uint32_t gone = families_[b];
  std::ranges::replace(families_, gone, kept);
}

bool ContextPlan::are_relatives(std::uint32_t a, std::uint32_t b) const {
  return families_[a] == families_[b];
}

void ContextPlan::add(std::uint32_t source, Kind kind, std::string_view name, ContextId context) {
  const Key key{source, kind, name};
  std::vector<ContextId>& known = contexts_[key];
  // A macro that calls itself deeper and deeper in a script would never come to an end.
  static constexpr std::size_t kMaxContexts = 32;
  if (known.size() < kMaxContexts && std::ranges::find(known, context) == known.end()) {
    known.push_back(context);
    waiting_.push_back({key, context});
  }
}

void ContextPlan::follow(const Unit& unit) {
  const auto& [source, kind, name] = unit.key;
  ParsedTemplate& tree = trees_[source];
  const ContextId base = ContextTable::initial(program_.contexts[unit.context].language);
  OutputPlacer placer(program_.contexts, base, program_.options.autoescape);
  switch (kind) {
    case Kind::body:
      placer.place(tree.body, {unit.context});
      if (tree.parts.extends_surely) {
        // Its blocks stand where the parent has them.
        std::erase_if(placer.requests, [](const ContextRequest& request) {
          return request.kind == ContextRequest::Kind::block;
        });
      }
      for (CallBlock* call : tree.parts.calls) {
        placer.place(call->body, {base});
      }
      break;
    case Kind::block:
      placer.place(tree.parts.find_block(name)->body, {unit.context});
      break;
    case Kind::macro:
      for (Macro* macro : tree.parts.macros) {
        if (macro->name == name) {
          placer.place(macro->body, {unit.context});
        }
      }
      break;
  }
  for (const ContextRequest& request : placer.requests) {
    answer(unit, request);
  }
}

void ContextPlan::answer(const Unit& unit, const ContextRequest& request) {
  const auto& [source, kind, name] = unit.key;
  switch (request.kind) {
    case ContextRequest::Kind::block:
    case ContextRequest::Kind::super_block: {
      const std::string_view block =
          request.kind == ContextRequest::Kind::block ? request.block : name;
      for (std::uint32_t other = 0; other < trees_.size(); ++other) {
        if (are_relatives(source, other) && trees_[other].parts.find_block(block) != nullptr) {
          add(other, Kind::block, trees_[other].parts.find_block(block)->name, request.context);
        }
      }
      return;
    }
    case ContextRequest::Kind::include:
      add_included(*request.named, request.context);
      return;
    case ContextRequest::Kind::macro:
      add_callee(source, *request.named, request.context);
      return;
  }
}

void ContextPlan::add_template(std::string_view name, ContextId context) {
  // Up through the templates that it extends, which may go in a circle.
  for (std::size_t step = 0; step < trees_.size(); ++step) {
    const auto found = program_.template_by_name.find(name);
    if (found == program_.template_by_name.end()) {
      return;
    }
    add(found->second, Kind::body, {}, context);
    included_[found->second] = true;
    const TemplateParts& parts = trees_[found->second].parts;
    if (parts.parents.empty()) {
      return;
    }
    name = literal_name(parts.parents.front()->parent);
  }
}

void ContextPlan::add_included(const Expression& templates, ContextId context) {
  if (const ListLiteral* list = std::get_if<ListLiteral>(&templates.node)) {
    for (const Expression& item : list->items) {
      add_template(literal_name(item), context);
    }
    return;
  }
  add_template(literal_name(templates), context);
}

void ContextPlan::add_callee(std::uint32_t source, const Expression& callee, ContextId context) {
  std::string_view called;
  std::string_view member;
  if (const Attribute* attribute = std::get_if<Attribute>(&callee.node)) {
    const Name* object = std::get_if<Name>(&attribute->object->node);
    called = object == nullptr ? std::string_view() : object->name;
    member = attribute->name;
  } else if (const Name* name = std::get_if<Name>(&callee.node)) {
    called = name->name;
  }
  const TemplateParts& parts = trees_[source].parts;
  for (const Macro* macro : parts.macros) {
    if (member.empty() && macro->name == called) {
      add(source, Kind::macro, macro->name, context);
    }
  }
  for (const TemplateParts::Imported& imported : parts.imports) {
    const auto from = program_.template_by_name.find(imported.source);
    if (imported.name != called || from == program_.template_by_name.end()) {
      continue;
    }
    const std::string_view wanted = member.empty() ? imported.member : member;
    for (const Macro* macro : trees_[from->second].parts.macros) {
      if (macro->name == wanted && member.empty() != imported.member.empty()) {
        add(from->second, Kind::macro, macro->name, context);
      }
    }
  }
}

ContextSet ContextPlan::contexts_of(const Key& key, ContextId base) const {
  const auto found = contexts_.find(key);
  return found == contexts_.end() ? ContextSet{base} : found->second;
}

ContextSet ContextPlan::of_body(std::uint32_t source) const {
  return contexts_of({source, Kind::body, {}}, base_of(source));
}

ContextSet ContextPlan::of_block(std::uint32_t source, std::string_view name) const {
  return contexts_of({source, Kind::block, name}, base_of(source));
}

ContextSet ContextPlan::of_macro(std::uint32_t source, std::string_view name) const {
  return contexts_of({source, Kind::macro, name}, base_of(source));
}

}  // namespace jinja
