#include "jinja/attribute_kind.hpp"

#include <algorithm>
#include <array>

namespace jinja {

namespace {

constexpr std::array<std::string_view, 21> kUrls = {
    "action", "archive",    "background", "cite", "classid",  "codebase",   "data",
    "dynsrc", "formaction", "href",       "icon", "longdesc", "lowsrc",     "manifest",
    "ping",   "poster",     "profile",    "src",  "usemap",   "xlink:href", "xml:base"};

/// Attributes that give another attribute its value, which may be an address.
constexpr std::array<std::string_view, 4> kAnimated = {"by", "from", "to", "values"};

constexpr std::array<std::string_view, 4> kAnimations = {"animate", "animatecolor",
                                                         "animatetransform", "set"};

template <std::size_t size>
bool is_in(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

AttributeKind attribute_kind(std::string_view element, std::string_view name) {
  if (name.starts_with("on")) {
    return AttributeKind::script;
  }
  if (is_in(kAnimated, name) && is_in(kAnimations, element)) {
    return AttributeKind::animated;
  }
  if (is_in(kUrls, name)) {
    return AttributeKind::url;
  }
  if (name == "srcset" || name == "imagesrcset") {
    return AttributeKind::url_list;
  }
  if (name == "style") {
    return AttributeKind::style;
  }
  if (name == "srcdoc") {
    return AttributeKind::markup;
  }
  return name == "content" && element == "meta" ? AttributeKind::refresh : AttributeKind::plain;
}

}  // namespace jinja
