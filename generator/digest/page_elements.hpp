#pragma once

#include "digest/html_tree.hpp"
#include "digest/page_format.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace digest {

/// Whether `node` is an element, and no text or comment.
[[nodiscard]] bool is_element(const GumboNode& node);

/// What patterns compare, in lower case.
struct ElementNames {
  std::string tag;
  std::string id;
  std::vector<std::string> classes;
};

[[nodiscard]] ElementNames names_of(const GumboNode& element);

/// Whether `pattern` means the element that is called so.
[[nodiscard]] bool fits(const ElementNames& names, const ElementPattern& pattern);

/// The first pattern's only element below `root`; null if no pattern has exactly one.
[[nodiscard]] const GumboNode* find_content(const GumboNode& root,
                                            const std::vector<ElementPattern>& patterns);

/// Walks the tree without calling itself: pages may be deep. `enter` says whether the children of
/// its node are to be walked; `leave` is told of those nodes behind their last child.
template <typename Enter, typename Leave>
void walk(const GumboNode& root, Enter enter, Leave leave) {
  struct Step {
    const GumboNode* node;
    std::size_t next_child;
  };

  std::vector<Step> steps;
  if (enter(root)) {
    steps.push_back({&root, 0});
  }
  while (!steps.empty()) {
    Step& step = steps.back();
    const GumboVector& children = step.node->v.element.children;
    if (step.next_child == children.length) {
      leave(*step.node);
      steps.pop_back();
      continue;
    }
    const auto& child = *static_cast<const GumboNode*>(children.data[step.next_child++]);
    if (enter(child)) {
      steps.push_back({&child, 0});
    }
  }
}

}  // namespace digest
