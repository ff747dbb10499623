#pragma once

#include "jinja/builtin.hpp"

#include <cstdint>

/// Items, slices and the like: what brackets and loops do with values.
namespace jinja {

/// `object[index]`: an item of a list (from the end if negative), a character of a text, a member
/// of a map or record. Undefined if there is none.
[[nodiscard]] values::Value item_of(const values::Value& object, const values::Value& index);

/// `object[start:stop:step]` of a list or text; none stands for what is left out.
[[nodiscard]] ValueOrReason slice_of(const values::Value& object, const values::Value& start,
                                     const values::Value& stop, const values::Value& step);

/// What a loop over `value` goes through, as a list: the items of a list, the names of a map's or
/// record's members, the characters of a text; nothing for undefined.
[[nodiscard]] ValueOrReason items_of(const values::Value& value);

/// The field or item at `path`, whose parts stand between dots: `digest.date`, `0.name`.
[[nodiscard]] values::Value value_at_path(const values::Value& value, std::string_view path);

/// The same for a filter that is told an attribute. Where undefined names are errors, so is an item
/// without it.
[[nodiscard]] ValueOrReason attribute_of_item(const values::Value& item, std::string_view path,
                                              const CallSite& site);

/// The size of a text in characters, of a list or map in items.
[[nodiscard]] std::int64_t length_of(const values::Value& value);

}  // namespace jinja
