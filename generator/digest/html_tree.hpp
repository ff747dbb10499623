#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace digest {

/// A page as Gumbo's tree. All of its memory goes at once: Gumbo's own destructor calls itself for
/// each level, which a page of many levels turns into an overflow of the stack.
class HtmlTree {
 public:
  /// `html` outlives the tree, which points into it.
  explicit HtmlTree(std::string_view html);
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;
  HtmlTree(HtmlTree&&) = delete;
  HtmlTree& operator=(HtmlTree&&) = delete;
  ~HtmlTree() = default;

  [[nodiscard]] const GumboNode& root() const { return *output_->root; }

 private:
  static void* allocate(void* tree, std::size_t size);

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::size_t used_ = 0;  ///< of the last block
  std::size_t room_ = 0;  ///< the last block's size
  GumboOutput* output_ = nullptr;
};

/// The value of attribute `name` of `node`; empty if it has none.
[[nodiscard]] std::string_view attribute_of(const GumboNode& node, const char* name);
/// The name of an element as written, in lower case letters only where Gumbo knows it.
[[nodiscard]] std::string_view tag_name(const GumboNode& node);

}  // namespace digest
