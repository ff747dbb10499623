#include "digest/html_tree.hpp"

#include <algorithm>

namespace digest {

namespace {

constexpr std::size_t kBlockSize = std::size_t{1} << 18U;
constexpr std::size_t kAlignment = alignof(std::max_align_t);

}  // namespace

HtmlTree::HtmlTree(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &HtmlTree::allocate;
  options.deallocator = [](void* /*tree*/, void* /*memory*/) {};
  options.userdata = this;
  options.max_errors = 0;
  output_ = gumbo_parse_with_options(&options, html.data(), html.size());
}

void* HtmlTree::allocate(void* tree, std::size_t size) {
  HtmlTree& self = *static_cast<HtmlTree*>(tree);
  size = (size + kAlignment - 1) / kAlignment * kAlignment;
  if (self.used_ + size > self.room_) {
    self.room_ = std::max(size, kBlockSize);
    self.blocks_.push_back(std::make_unique<std::byte[]>(self.room_));
    self.used_ = 0;
  }
  void* const memory = self.blocks_.back().get() + self.used_;
  self.used_ += size;
  return memory;
}

std::string_view attribute_of(const GumboNode& node, const char* name) {
  const GumboAttribute* const attribute = gumbo_get_attribute(&node.v.element.attributes, name);
  return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
}

std::string_view tag_name(const GumboNode& node) {
  if (node.v.element.tag != GUMBO_TAG_UNKNOWN) {
    return gumbo_normalized_tagname(node.v.element.tag);
  }
  GumboStringPiece name = node.v.element.original_tag;
  gumbo_tag_from_original_text(&name);
  return {name.data, name.length};
}

}  // namespace digest
