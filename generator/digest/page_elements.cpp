#include "digest/page_elements.hpp"

#include "text/whitespace.hpp"

#include <algorithm>
#include <string_view>

namespace digest {

namespace {

/// Whether `name` is `wanted`, or begins so where a star ends that.
bool fits_name(std::string_view name, std::string_view wanted) {
  return wanted.ends_with('*') ? name.starts_with(wanted.substr(0, wanted.size() - 1))
                               : name == wanted;
}

}  // namespace

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

ElementNames names_of(const GumboNode& element) {
  ElementNames names{.tag = text::ascii_lower(tag_name(element)),
                     .id = text::ascii_lower(attribute_of(element, "id")),
                     .classes = {}};
  if (const std::string_view written = attribute_of(element, "class"); !written.empty()) {
    for (const std::string_view name : text::split(written, " ")) {
      names.classes.push_back(text::ascii_lower(text::trim(name)));
    }
  }
  return names;
}

bool fits(const ElementNames& names, const ElementPattern& pattern) {
  if (!pattern.tag.empty() && names.tag != pattern.tag) {
    return false;
  }
  if (!pattern.id.empty() && !fits_name(names.id, pattern.id)) {
    return false;
  }
  return pattern.class_of.empty() ||
         std::ranges::any_of(names.classes, [&pattern](const std::string& name) {
           return fits_name(name, pattern.class_of);
         });
}

const GumboNode* find_content(const GumboNode& root, const std::vector<ElementPattern>& patterns) {
  std::vector<std::size_t> counts(patterns.size(), 0);
  std::vector<const GumboNode*> found(patterns.size(), nullptr);
  walk(
      root,
      [&](const GumboNode& node) {
        if (!is_element(node)) {
          return false;
        }
        const ElementNames names = names_of(node);
        for (std::size_t i = 0; i < patterns.size(); ++i) {
          if (fits(names, patterns[i])) {
            ++counts[i];
            found[i] = &node;
          }
        }
        return true;
      },
      [](const GumboNode&) {});
  const auto one = std::ranges::find(counts, 1U);
  return one == counts.end() ? nullptr : found[static_cast<std::size_t>(one - counts.begin())];
}

}  // namespace digest
