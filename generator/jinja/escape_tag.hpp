#pragma once

#include "jinja/escaping.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace jinja {

/// What stands in place of a name that may not be there.
inline constexpr std::string_view kRefusedTag = "span";
inline constexpr std::string_view kRefusedAttribute = "data-invalid";

/// `name`, if it is that of an attribute that does nothing but hold its value; else
/// kRefusedAttribute.
[[nodiscard]] std::string_view harmless_attribute(std::string_view name);

/// Appends `value`, whose characters are `text`, inside a tag: as its name, or between its
/// attributes. Only names of elements and attributes that do nothing are written. Markup may be
/// whole attributes of that kind, with their values; what an author vouches for, any whole
/// attributes. Gives the reason if that is none.
[[nodiscard]] std::optional<std::string> append_in_tag(std::string& out, const values::Value& value,
                                                       std::string_view text, Escape escape);

}  // namespace jinja
