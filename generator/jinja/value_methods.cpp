#include "jinja/value_methods.hpp"

#include "jinja/filter_arguments.hpp"
#include "jinja/subscript.hpp"
#include "jinja/text_case.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"
#include "values/value_operators.hpp"

#include <algorithm>
#include <span>

namespace jinja {

using diagnostics::because;
using values::Kind;
using values::Value;

namespace {

struct Method {
  std::string_view name;
  ValueOrReason (*call)(const Value& object, const Arguments& arguments);
  Signature signature;
  std::size_t texts = 0;  ///< so many of the first arguments are texts
};

Value text_of(const Value& original, std::string_view part) {
  return like(original, std::string(part));
}

template <Side side>
ValueOrReason strip(const Value& object, const Arguments& arguments) {
  const Value* const chars = arguments.find(0, "chars");
  const std::string_view whole = object.as_text();
  if (chars != nullptr && !chars->is_none()) {
    return text_of(object, stripped(whole, values::printed(*chars), side));
  }
  const std::string_view trimmed = text::trim(whole);
  const std::size_t begin =
      trimmed.empty() ? whole.size() : static_cast<std::size_t>(trimmed.data() - whole.data());
  if (side == Side::both || trimmed.empty()) {
    return text_of(object, trimmed);
  }
  return text_of(
      object, side == Side::left ? whole.substr(begin) : whole.substr(0, begin + trimmed.size()));
}

ValueOrReason upper(const Value& object, const Arguments& /*arguments*/) {
  return like(object, text::to_upper(object.as_text()));
}

ValueOrReason lower(const Value& object, const Arguments& /*arguments*/) {
  return like(object, text::to_lower(object.as_text()));
}

ValueOrReason capitalize(const Value& object, const Arguments& /*arguments*/) {
  return like(object, capitalized(object.as_text()));
}

ValueOrReason title(const Value& object, const Arguments& /*arguments*/) {
  return like(object, title_cased(object.as_text()));
}

ValueOrReason replace(const Value& object, const Arguments& arguments) {
  const auto count = integer_argument(arguments, 2, "count", -1);
  if (!count) {
    return because(count.error());
  }
  const Value& with = arguments.positional[1];
  return like(object,
              replaced(object.as_text(), arguments.positional[0].as_text(),
                       object.is_trusted() ? escaped(with) : values::printed(with), *count));
}

/// Words between runs of blanks, at most `limit` of them cut off; the rest is the last one.
values::List words_of(const Value& object, std::int64_t limit) {
  values::List words;
  std::string_view rest = text::trim_left(object.as_text());
  while (!rest.empty()) {
    std::size_t end = limit >= 0 && std::ssize(words) == limit ? rest.size() : 0;
    while (end < rest.size() && !text::is_space(text::code_point_at(rest, end).value)) {
      end += text::code_point_at(rest, end).size;
    }
    words.push_back(text_of(object, rest.substr(0, end)));
    rest = text::trim_left(rest.substr(end));
  }
  return words;
}

ValueOrReason split(const Value& object, const Arguments& arguments) {
  const Value separator = value_argument(arguments, 0, "sep");
  const auto limit = integer_argument(arguments, 1, "maxsplit", -1);
  if (!limit) {
    return because(limit.error());
  }
  if (separator.is_none()) {
    return Value::list(words_of(object, *limit));
  }
  const std::string_view mark = separator.as_text();  // empty for what is no text
  if (mark.empty()) {
    return because("the separator is a text that is not empty");
  }
  values::List parts;
  std::string_view rest = object.as_text();
  for (;;) {
    const std::size_t at =
        *limit >= 0 && std::ssize(parts) == *limit ? std::string_view::npos : rest.find(mark);
    parts.push_back(text_of(object, rest.substr(0, at)));
    if (at == std::string_view::npos) {
      return Value::list(std::move(parts));
    }
    rest.remove_prefix(at + mark.size());
  }
}

ValueOrReason splitlines(const Value& object, const Arguments& /*arguments*/) {
  values::List lines;
  std::string_view rest = object.as_text();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
    lines.push_back(text_of(object, rest.substr(0, end)));
    const bool pair = rest.substr(end).starts_with("\r\n");
    rest.remove_prefix(std::min(rest.size(), end + (pair ? 2 : 1)));
  }
  return Value::list(std::move(lines));
}

/// Whether `matches` holds for the one text, or for one of several.
template <typename Matches>
ValueOrReason any_text(const Value& wanted, Matches matches) {
  if (wanted.kind() == Kind::text) {
    return Value::boolean(matches(wanted.as_text()));
  }
  if (wanted.kind() != Kind::list) {
    return because("it takes a text or a list of texts, not " + values::describe_kind(wanted));
  }
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted.at(i).kind() == Kind::text && matches(wanted.at(i).as_text())) {
      return Value::boolean(true);
    }
  }
  return Value::boolean(false);
}

ValueOrReason startswith(const Value& object, const Arguments& arguments) {
  return any_text(arguments.positional[0],
                  [&](std::string_view part) { return object.as_text().starts_with(part); });
}

ValueOrReason endswith(const Value& object, const Arguments& arguments) {
  return any_text(arguments.positional[0],
                  [&](std::string_view part) { return object.as_text().ends_with(part); });
}

ValueOrReason find(const Value& object, const Arguments& arguments) {
  const std::string_view whole = object.as_text();
  const std::size_t at = whole.find(arguments.positional[0].as_text());
  return Value::integer(at == std::string_view::npos ? -1
                                                     : length_of(Value::view(whole.substr(0, at))));
}

ValueOrReason count(const Value& object, const Arguments& arguments) {
  const std::string_view part = arguments.positional[0].as_text();
  if (part.empty()) {
    return Value::integer(length_of(object) + 1);
  }
  std::int64_t found = 0;
  const std::string_view whole = object.as_text();
  for (std::size_t at = whole.find(part); at != std::string_view::npos;
       at = whole.find(part, at + part.size())) {
    ++found;
  }
  return Value::integer(found);
}

ValueOrReason join(const Value& object, const Arguments& arguments) {
  const ValueOrReason items = items_of(arguments.positional[0]);
  if (!items) {
    return items;
  }
  std::string out;
  for (std::size_t i = 0; i < items->size(); ++i) {
    const Value item = items->at(i);
    if (item.kind() != Kind::text) {
      return because("it joins texts, not " + values::describe_kind(item));
    }
    out += i > 0 ? object.as_text() : std::string_view();
    out += object.is_trusted() ? escaped(item) : std::string(item.as_text());
  }
  return like(object, std::move(out));
}

ValueOrReason isdigit(const Value& object, const Arguments& /*arguments*/) {
  const std::string_view text = object.as_text();
  return Value::boolean(!text.empty() &&
                        text.find_first_not_of("0123456789") == std::string_view::npos);
}

ValueOrReason members(const Value& object, const Arguments& /*arguments*/) {
  values::List pairs;
  for (std::size_t i = 0; i < object.size(); ++i) {
    pairs.push_back(
        Value::tuple({Value::text(std::string(object.member_name(i))), object.member_value(i)}));
  }
  return Value::list(std::move(pairs));
}

ValueOrReason keys(const Value& object, const Arguments& /*arguments*/) {
  return items_of(object);
}

ValueOrReason member_values(const Value& object, const Arguments& /*arguments*/) {
  values::List all;
  for (std::size_t i = 0; i < object.size(); ++i) {
    all.push_back(object.member_value(i));
  }
  return Value::list(std::move(all));
}

ValueOrReason get(const Value& object, const Arguments& arguments) {
  Value found = item_of(object, arguments.positional[0]);
  return found.is_undefined() ? value_argument(arguments, 1, "default") : found;
}

ValueOrReason index(const Value& object, const Arguments& arguments) {
  for (std::size_t i = 0; i < object.size(); ++i) {
    if (values::equal(object.at(i), arguments.positional[0])) {
      return Value::integer(static_cast<std::int64_t>(i));
    }
  }
  return because("the value is not in the list");
}

ValueOrReason count_items(const Value& object, const Arguments& arguments) {
  std::int64_t found = 0;
  for (std::size_t i = 0; i < object.size(); ++i) {
    found += values::equal(object.at(i), arguments.positional[0]) ? 1 : 0;
  }
  return Value::integer(found);
}

constexpr std::string_view kChars[] = {"chars"};
constexpr std::string_view kReplace[] = {"old", "new", "count"};
constexpr std::string_view kSplit[] = {"sep", "maxsplit"};
constexpr std::string_view kPart[] = {"part"};
constexpr std::string_view kGet[] = {"key", "default"};

constexpr Method kTextMethods[] = {
    {"upper", upper, {}},
    {"lower", lower, {}},
    {"capitalize", capitalize, {}},
    {"title", title, {}},
    {"strip", strip<Side::both>, {0, kChars, false}},
    {"lstrip", strip<Side::left>, {0, kChars, false}},
    {"rstrip", strip<Side::right>, {0, kChars, false}},
    {"replace", replace, {2, kReplace, false}, 2},
    {"split", split, {0, kSplit, false}},
    {"splitlines", splitlines, {}},
    {"startswith", startswith, {1, kPart, false}},
    {"endswith", endswith, {1, kPart, false}},
    {"find", find, {1, kPart, false}, 1},
    {"count", count, {1, kPart, false}, 1},
    {"join", join, {1, kPart, false}},
    {"isdigit", isdigit, {}},
};

constexpr Method kMapMethods[] = {
    {"items", members, {}},
    {"keys", keys, {}},
    {"values", member_values, {}},
    {"get", get, {1, kGet, false}},
};

constexpr Method kListMethods[] = {
    {"index", index, {1, kPart, false}},
    {"count", count_items, {1, kPart, false}},
};

std::span<const Method> methods_of(const Value& object) {
  switch (object.kind()) {
    case Kind::text:
      return kTextMethods;
    case Kind::map:
      return kMapMethods;
    case Kind::list:
      return kListMethods;
    default:
      return {};
  }
}

}  // namespace

std::optional<ValueOrReason> call_value_method(const Value& object, std::string_view name,
                                               const Arguments& arguments) {
  const std::span<const Method> methods = methods_of(object);
  const auto method = std::ranges::find(methods, name, &Method::name);
  if (method == methods.end()) {
    return std::nullopt;
  }
  std::string wrong = method->signature.check(arguments.positional.size(), arguments.names);
  // Python takes the values that a method needs by position only.
  if (wrong.empty() && arguments.positional.size() < method->signature.required) {
    wrong = "needs the argument \"" +
            std::string(method->signature.parameters[arguments.positional.size()]) + "\"";
  }
  for (std::size_t i = 0; i < method->texts && wrong.empty(); ++i) {
    if (arguments.positional[i].kind() != Kind::text) {
      wrong = "takes a text, not " + values::describe_kind(arguments.positional[i]);
    }
  }
  if (!wrong.empty()) {
    return ValueOrReason(because("it " + wrong));
  }
  return method->call(object, arguments);
}

std::vector<std::string_view> value_method_names(const Value& object) {
  std::vector<std::string_view> names;
  for (const Method& method : methods_of(object)) {
    names.push_back(method.name);
  }
  return names;
}

}  // namespace jinja
