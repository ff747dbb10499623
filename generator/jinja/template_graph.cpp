#include "jinja/template_graph.hpp"

#include "text/suggestion.hpp"

#include <algorithm>

namespace jinja {

using diagnostics::Diagnostic;

void TemplateGraph::add(const Template& source, std::vector<Reference> references,
                        std::vector<ImportedName> imported_names) {
  nodes_.push_back({&source, std::move(references), std::move(imported_names)});
}

const TemplateGraph::Node* TemplateGraph::node_of(const Template& source) const {
  const auto found = std::ranges::find(nodes_, &source, &Node::source);
  return found == nodes_.end() ? nullptr : &*found;
}

/// Whether rendering `from` always renders `target`; `path` is how it got there.
bool TemplateGraph::reaches(const Program& program, const Node& from, const Template& target,
                            std::vector<const Template*>& path) const {
  for (const Reference& reference : from.references) {
    const Template& next = program.templates[reference.target];
    if (!reference.surely) {
      continue;
    }
    if (&next == &target) {
      return true;
    }
    const Node* const node = node_of(next);
    if (node == nullptr || std::ranges::find(path, &next) != path.end()) {
      continue;
    }
    path.push_back(&next);
    if (reaches(program, *node, target, path)) {
      return true;
    }
    path.pop_back();
  }
  return false;
}

void TemplateGraph::check_cycle(const Program& program, const Node& node,
                                std::vector<Diagnostic>& problems) const {
  std::vector<const Template*> path = {node.source};
  if (!reaches(program, node, *node.source, path)) {
    return;
  }
  std::string chain;
  for (const Template* step : path) {
    chain += step->name + " -> ";
  }
  const Template& first = path.size() > 1 ? *path[1] : *node.source;
  const auto leads = std::ranges::find_if(node.references, [&](const Reference& reference) {
    return reference.surely && &program.templates[reference.target] == &first;
  });
  problems.push_back(
      diagnostics::at_offset(*node.source->source, leads->offset,
                             {.code = "jinja/template-cycle",
                              .message = "this template needs itself: " + chain + node.source->name,
                              .remedy = "take one of these lines out, or put it under an if"}));
}

void TemplateGraph::check(const Program& program, std::vector<Diagnostic>& problems) const {
  for (const Node& node : nodes_) {
    check_cycle(program, node, problems);
    for (const ImportedName& imported : node.imported_names) {
      const Template& from = program.templates[imported.target];
      const std::optional<NameId> id = program.variables.find(imported.name);
      const bool exported = id && std::ranges::find(from.exports, *id) != from.exports.end();
      if (exported || from.error) {
        continue;
      }
      std::vector<std::string_view> names;
      for (const NameId name : from.exports) {
        names.emplace_back(program.variables.name_of(name));
      }
      problems.push_back(diagnostics::at_offset(
          *node.source->source, imported.offset,
          {.severity = program.options.undefined == Undefined::strict
                           ? diagnostics::Severity::error
                           : diagnostics::Severity::warning,
           .code = "jinja/undefined",
           .message =
               "\"" + from.name + "\" has no \"" + std::string(imported.name) + "\" to import",
           .remedy = text::did_you_mean(imported.name, names)}));
    }
  }
}

}  // namespace jinja
