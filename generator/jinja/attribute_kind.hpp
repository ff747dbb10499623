#pragma once

#include <cstdint>
#include <string_view>

namespace jinja {

/// What the value of an HTML attribute is to a browser.
enum class AttributeKind : std::uint8_t {
  plain,
  url,       ///< an address: its scheme matters
  url_list,  ///< several: srcset
  animated,  ///< values that another attribute gets in turn
  style,
  script,   ///< an event handler
  markup,   ///< a whole document: srcdoc
  refresh,  ///< `content`, which may hold an address behind `url=`
};

/// The kind of attribute `name` of element `element`, both in lower case (HTML standard, the index
/// of attributes; SVG 2 for `xlink:href` and animations).
[[nodiscard]] AttributeKind attribute_kind(std::string_view element, std::string_view name);

}  // namespace jinja
