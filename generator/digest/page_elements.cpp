#include "digest/page_elements.hpp"

#include "text/whitespace.hpp"

#include <algorithm>
#include <string>
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

bool fits(const GumboNode& node, const ElementPattern& pattern) {
  if (!pattern.tag.empty() && text::ascii_lower(tag_name(node)) != pattern.tag) {
    return false;
  }
  if (!pattern.id.empty() && !fits_name(text::ascii_lower(attribute_of(node, "id")), pattern.id)) {
    return false;
  }
  if (pattern.class_of.empty()) {
    return true;
  }
  const std::string classes = text::ascii_lower(attribute_of(node, "class"));
  const std::vector<std::string_view> names = text::split(classes, " ");
  return std::ranges::any_of(names, [&pattern](std::string_view name) {
    return fits_name(text::trim(name), pattern.class_of);
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
        for (std::size_t i = 0; i < patterns.size(); ++i) {
          if (fits(node, patterns[i])) {
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
