#pragma once

#include "diagnostics/diagnostic.hpp"
#include "jinja/template_compiler.hpp"

#include <vector>

namespace jinja {

/// How templates use each other by name, to find what can be wrong with that before anything is
/// rendered.
class TemplateGraph {
 public:
  void add(const Template& source, std::vector<Reference> references,
           std::vector<ImportedName> imported_names);

  /// Reports templates that always need themselves, and imported names that are not there.
  void check(const Program& program, std::vector<diagnostics::Diagnostic>& problems) const;

 private:
  struct Node {
    const Template* source = nullptr;
    std::vector<Reference> references;
    std::vector<ImportedName> imported_names;
  };

  [[nodiscard]] const Node* node_of(const Template& source) const;
  [[nodiscard]] bool reaches(const Program& program, const Node& from, const Template& target,
                             std::vector<const Template*>& path) const;
  void check_cycle(const Program& program, const Node& node,
                   std::vector<diagnostics::Diagnostic>& problems) const;

  std::vector<Node> nodes_;
};

}  // namespace jinja
