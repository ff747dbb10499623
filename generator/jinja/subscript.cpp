#include "jinja/subscript.hpp"

#include "jinja/program.hpp"
#include "jinja/template_object.hpp"
#include "text/suggestion.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"
#include "values/value_operators.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace jinja {

using values::Kind;
using values::Value;

namespace {

/// A part of a text, as trusted as the text.
Value part_of(const Value& text, std::string_view part) {
  return Value::text(std::string(part),
                     text.is_trusted() ? values::Safety::trusted : values::Safety::plain);
}

values::List characters_of(const Value& text) {
  const std::string_view utf8 = text.as_text();
  values::List characters;
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t size = text::code_point_at(utf8, i).size;
    characters.push_back(part_of(text, utf8.substr(i, size)));
    i += size;
  }
  return characters;
}

/// Where a slice bound falls in a sequence of `size`, as Python has it for that direction.
std::int64_t bound(const Value& value, std::int64_t size, std::int64_t missing, bool backward) {
  if (value.is_none()) {
    return missing;
  }
  const std::int64_t lowest = backward ? -1 : 0;
  const std::int64_t highest = backward ? size - 1 : size;
  const std::int64_t at = values::whole(value);
  return std::clamp(at < 0 ? at + size : at, lowest, highest);
}

std::optional<std::int64_t> as_index(std::string_view digits) {
  std::int64_t index = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), index);
  const bool whole = result.ec == std::errc() && result.ptr == digits.data() + digits.size();
  return whole ? std::optional(index) : std::nullopt;
}

}  // namespace

Value item_of(const Value& object, const Value& index) {
  if (object.kind() == Kind::map) {
    return object.member(index.kind() == Kind::text ? std::string(index.as_text())
                                                    : values::printed(index));
  }
  if (!values::is_whole(index)) {
    return {};
  }
  std::int64_t at = values::whole(index);
  const std::int64_t size = length_of(object);
  at += at < 0 ? size : 0;
  if (at < 0 || at >= size) {
    return {};
  }
  if (object.kind() == Kind::list) {
    return object.at(static_cast<std::size_t>(at));
  }
  if (object.kind() != Kind::text) {
    return {};
  }
  const std::string_view utf8 = object.as_text();
  std::size_t offset = 0;
  for (; at > 0; --at) {
    offset += text::code_point_at(utf8, offset).size;
  }
  return part_of(object, utf8.substr(offset, text::code_point_at(utf8, offset).size));
}

ValueOrReason slice_of(const Value& object, const Value& start, const Value& stop,
                       const Value& step) {
  for (const Value* value : {&start, &stop, &step}) {
    if (!value->is_none() && !values::is_whole(*value)) {
      return diagnostics::because("the bounds of a slice are integers, not " +
                                  values::describe_kind(*value));
    }
  }
  const std::int64_t stride = step.is_none() ? 1 : values::whole(step);
  if (stride == 0) {
    return diagnostics::because("the step of a slice is not 0");
  }
  const bool text = object.kind() == Kind::text;
  if (!text && object.kind() != Kind::list) {
    return diagnostics::because("a slice is taken of a list or a text, not of " +
                                values::describe_kind(object));
  }
  const Value items = text ? Value::list(characters_of(object)) : object;
  const auto size = static_cast<std::int64_t>(items.size());
  const bool backward = stride < 0;
  std::int64_t at = bound(start, size, backward ? size - 1 : 0, backward);
  const std::int64_t end = bound(stop, size, backward ? -1 : size, backward);
  values::List taken;
  std::string joined;
  while (backward ? at > end : at < end) {
    Value item = items.at(static_cast<std::size_t>(at));
    if (text) {
      joined += item.as_text();
    } else {
      taken.push_back(std::move(item));
    }
    if (__builtin_add_overflow(at, stride, &at)) {
      break;
    }
  }
  if (text) {
    return part_of(object, joined);
  }
  return object.is_tuple() ? Value::tuple(std::move(taken)) : Value::list(std::move(taken));
}

ValueOrReason items_of(const Value& value) {
  switch (value.kind()) {
    case Kind::list:
      return value;
    case Kind::undefined:
      return Value::list({});
    case Kind::text:
      return Value::list(characters_of(value));
    case Kind::map: {
      values::List names;
      for (std::size_t i = 0; i < value.size(); ++i) {
        names.push_back(Value::text(std::string(value.member_name(i))));
      }
      return Value::list(std::move(names));
    }
    default:
      return diagnostics::because("a list is needed here, not " + values::describe_kind(value));
  }
}

Value value_at_path(const Value& value, std::string_view path) {
  Value current = value;
  for (const std::string_view part : text::split(path, ".")) {
    if (current.kind() == Kind::object) {
      current = static_cast<TemplateObject*>(current.as_object())->field(part);
    } else if (Value member = current.member(part); !member.is_undefined()) {
      current = std::move(member);
    } else if (const std::optional<std::int64_t> index = as_index(part)) {
      current = item_of(current, Value::integer(*index));
    } else {
      return {};
    }
  }
  return current;
}

ValueOrReason attribute_of_item(const Value& item, std::string_view path, const CallSite& site) {
  Value value = value_at_path(item, path);
  if (!value.is_undefined() || site.program.options.undefined != Undefined::strict) {
    return value;
  }
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < item.size() && item.kind() == Kind::map; ++i) {
    names.push_back(item.member_name(i));
  }
  const std::string meant = text::did_you_mean(path, names);
  return diagnostics::because(values::describe_kind(item) + " has no field \"" + std::string(path) +
                              "\"" + (meant.empty() ? "" : "; " + meant));
}

std::int64_t length_of(const Value& value) {
  return static_cast<std::int64_t>(
      value.kind() == Kind::text ? text::count_code_points(value.as_text()) : value.size());
}

}  // namespace jinja
