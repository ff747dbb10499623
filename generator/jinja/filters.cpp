#include "jinja/filters.hpp"

#include "jinja/script_json.hpp"
#include "text/html_escape.hpp"
#include "text/slug.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "text/whitespace.hpp"
#include "values/value_operators.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace jinja {

namespace {

using diagnostics::because;
using Result = diagnostics::OrReason<values::Value>;
using values::Kind;
using values::List;
using values::Safety;
using values::Value;

std::string text_of(const Value& value) {
  return values::printed(value);
}

std::int64_t integer_argument(const Arguments& arguments, std::size_t position,
                              std::string_view name, std::int64_t fallback) {
  const Value* value = arguments.find(position, name);
  return value == nullptr ? fallback : value->as_integer(fallback);
}

std::string text_argument(const Arguments& arguments, std::size_t position, std::string_view name,
                          std::string_view fallback) {
  const Value* value = arguments.find(position, name);
  return value == nullptr ? std::string(fallback) : text_of(*value);
}

bool flag_argument(const Arguments& arguments, std::size_t position, std::string_view name) {
  const Value* value = arguments.find(position, name);
  return value != nullptr && values::is_true(*value);
}

Value like(const Value& input, std::string text) {
  return Value::text(std::move(text), input.is_trusted() ? Safety::trusted : Safety::plain);
}

/// The items of a list, the characters of a text, the names of a map.
List items_of(const Value& value) {
  List items;
  if (value.kind() == Kind::text) {
    const std::string_view text = value.as_text();
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t size = text::code_point_at(text, i).size;
      items.push_back(Value::text(std::string(text.substr(i, size))));
      i += size;
    }
  } else if (value.kind() == Kind::map) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      items.push_back(Value::text(std::string(value.member_name(i))));
    }
  } else {
    for (std::size_t i = 0; i < value.size(); ++i) {
      items.push_back(value.at(i));
    }
  }
  return items;
}

Value attribute_of(const Value& value, std::string_view path) {
  Value current = value;
  for (const std::string_view part : text::split(path, ".")) {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), index);
    const bool number = error == std::errc() && end == part.data() + part.size();
    current = number ? current.at(index) : current.member(part);
  }
  return current;
}

Value key_of(const Value& item, const std::string& attribute) {
  return attribute.empty() ? item : attribute_of(item, attribute);
}

Result default_value(const Value& input, const Arguments& arguments) {
  const bool replace =
      input.is_undefined() || (flag_argument(arguments, 1, "boolean") && !values::is_true(input));
  if (!replace) {
    return input;
  }
  const Value* other = arguments.find(0, "default_value");
  return other == nullptr ? Value::view("") : *other;
}

Result length(const Value& input, const Arguments& /*arguments*/) {
  if (input.kind() == Kind::text) {
    return Value::integer(static_cast<std::int64_t>(text::count_code_points(input.as_text())));
  }
  if (input.kind() != Kind::list && input.kind() != Kind::map) {
    return because(values::kind_name(input) + " has no length");
  }
  return Value::integer(static_cast<std::int64_t>(input.size()));
}

Result join(const Value& input, const Arguments& arguments) {
  const std::string separator = text_argument(arguments, 0, "d", "");
  const std::string attribute = text_argument(arguments, 1, "attribute", "");
  std::string out;
  bool first = true;
  for (const Value& item : items_of(input)) {
    out += first ? "" : separator;
    out += text_of(key_of(item, attribute));
    first = false;
  }
  return Value::text(std::move(out));
}

Result first(const Value& input, const Arguments& /*arguments*/) {
  return input.kind() == Kind::list ? input.at(0) : Value::list(items_of(input)).at(0);
}

Result last(const Value& input, const Arguments& /*arguments*/) {
  const Value items = input.kind() == Kind::list ? input : Value::list(items_of(input));
  return items.size() == 0 ? Value() : items.at(items.size() - 1);
}

/// Cuts at a grapheme, and unless told otherwise not inside an English word.
Result truncate(const Value& input, const Arguments& arguments) {
  const std::string text = text_of(input);
  const std::int64_t wanted = integer_argument(arguments, 0, "length", 255);
  const std::string end = text_argument(arguments, 2, "end", "...");
  const std::int64_t leeway = integer_argument(arguments, 3, "leeway", 5);
  const auto limit = static_cast<std::size_t>(std::max<std::int64_t>(0, wanted));
  if (text::grapheme_prefix_size(text, limit + static_cast<std::size_t>(leeway)) == text.size()) {
    return like(input, text);
  }
  const std::size_t end_length = text::count_code_points(end);
  std::size_t size = text::grapheme_prefix_size(text, limit > end_length ? limit - end_length : 0);
  if (!flag_argument(arguments, 1, "killwords")) {
    const std::size_t blank = text.rfind(' ', size);
    // Chinese has no blanks to cut at; a blank far back would lose most of the text.
    if (blank != std::string::npos && blank + 24 > size) {
      size = blank;
    }
  }
  return like(input, text.substr(0, size) + end);
}

Result upper(const Value& input, const Arguments& /*arguments*/) {
  return like(input, text::to_upper(text_of(input)));
}

Result lower(const Value& input, const Arguments& /*arguments*/) {
  return like(input, text::to_lower(text_of(input)));
}

Result capitalize(const Value& input, const Arguments& /*arguments*/) {
  const std::string text = text_of(input);
  const std::size_t size = text::grapheme_prefix_size(text, 1);
  return like(input, text::to_upper(text.substr(0, size)) + text::to_lower(text.substr(size)));
}

Result trim(const Value& input, const Arguments& /*arguments*/) {
  return like(input, std::string(text::trim(text_of(input))));
}

Result replace(const Value& input, const Arguments& arguments) {
  std::string text = text_of(input);
  const std::string from = text_argument(arguments, 0, "old", "");
  const std::string to = text_argument(arguments, 1, "new", "");
  if (from.empty()) {
    return because("there is nothing to replace: the first argument is empty");
  }
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return Value::text(std::move(text));
}

Result escape(const Value& input, const Arguments& /*arguments*/) {
  return input.is_trusted() ? input
                            : Value::text(text::html_escape(text_of(input)), Safety::trusted);
}

Result safe(const Value& input, const Arguments& /*arguments*/) {
  return Value::text(text_of(input), Safety::trusted);
}

Result as_string(const Value& input, const Arguments& /*arguments*/) {
  return input.kind() == Kind::text ? input : Value::text(text_of(input));
}

Result as_list(const Value& input, const Arguments& /*arguments*/) {
  return Value::list(items_of(input));
}

/// The number that a text or number stands for.
std::optional<double> number_of(const Value& input) {
  if (input.kind() != Kind::text) {
    return input.as_real();
  }
  const std::string_view text = text::trim(input.as_text());
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole ? std::optional(number) : std::nullopt;
}

Result as_integer(const Value& input, const Arguments& arguments) {
  const std::optional<double> number = number_of(input);
  return Value::integer(number ? static_cast<std::int64_t>(*number)
                               : integer_argument(arguments, 0, "default", 0));
}

Result as_float(const Value& input, const Arguments& /*arguments*/) {
  return Value::real(number_of(input).value_or(0));
}

Result round_number(const Value& input, const Arguments& arguments) {
  const std::int64_t digits = integer_argument(arguments, 0, "precision", 0);
  const double factor = std::pow(10.0, static_cast<double>(digits));
  // Half to even, as Python rounds.
  return Value::real(std::nearbyint(input.as_real() * factor) / factor);
}

Result absolute(const Value& input, const Arguments& /*arguments*/) {
  return input.kind() == Kind::integer ? Value::integer(std::abs(input.as_integer()))
                                       : Value::real(std::fabs(input.as_real()));
}

Result to_json(const Value& input, const Arguments& /*arguments*/) {
  return Value::text(script_safe_json(input), Safety::trusted);
}

Result reverse(const Value& input, const Arguments& /*arguments*/) {
  List items = items_of(input);
  std::ranges::reverse(items);
  return Value::list(std::move(items));
}

Result sort(const Value& input, const Arguments& arguments) {
  List items = items_of(input);
  const std::string attribute = text_argument(arguments, 2, "attribute", "");
  bool comparable = true;
  std::ranges::stable_sort(items, [&](const Value& a, const Value& b) {
    const auto order = values::compare(key_of(a, attribute), key_of(b, attribute));
    comparable = comparable && order.has_value();
    return order && *order == std::strong_ordering::less;
  });
  if (!comparable) {
    return because("these values cannot be ordered");
  }
  if (flag_argument(arguments, 0, "reverse")) {
    std::ranges::reverse(items);
  }
  return Value::list(std::move(items));
}

Result unique(const Value& input, const Arguments& /*arguments*/) {
  List items;
  for (const Value& item : items_of(input)) {
    if (std::ranges::none_of(items,
                             [&item](const Value& one) { return values::equal(one, item); })) {
      items.push_back(item);
    }
  }
  return Value::list(std::move(items));
}

Result sum(const Value& input, const Arguments& arguments) {
  const std::string attribute = text_argument(arguments, 0, "attribute", "");
  std::int64_t total = 0;
  double real = 0;
  bool whole = true;
  for (const Value& item : items_of(input)) {
    const Value value = key_of(item, attribute);
    whole = whole && value.kind() == Kind::integer;
    total += value.as_integer();
    real += value.as_real();
  }
  return whole ? Value::integer(total) : Value::real(real);
}

/// The item that compares as `wanted` with every other one.
template <bool greatest>
Result extreme(const Value& input, const Arguments& /*arguments*/) {
  constexpr auto kWanted = greatest ? std::strong_ordering::greater : std::strong_ordering::less;
  Value best;
  for (const Value& item : items_of(input)) {
    const auto order = values::compare(item, best);
    if (best.is_undefined() || (order && *order == kWanted)) {
      best = item;
    }
  }
  return best;
}

Result map_attribute(const Value& input, const Arguments& arguments) {
  const Value* attribute = arguments.find("attribute");
  if (attribute == nullptr) {
    return because("map needs attribute=\"…\"");
  }
  List items;
  for (const Value& item : items_of(input)) {
    items.push_back(attribute_of(item, attribute->as_text()));
  }
  return Value::list(std::move(items));
}

Result select_by(const Value& input, const Arguments& arguments, bool wanted) {
  const std::string attribute = text_argument(arguments, 0, "attribute", "");
  List items;
  for (const Value& item : items_of(input)) {
    if (values::is_true(key_of(item, attribute)) == wanted) {
      items.push_back(item);
    }
  }
  return Value::list(std::move(items));
}

Result select_attribute(const Value& input, const Arguments& arguments) {
  return select_by(input, arguments, true);
}

Result reject_attribute(const Value& input, const Arguments& arguments) {
  return select_by(input, arguments, false);
}

Result batch(const Value& input, const Arguments& arguments) {
  const auto size = static_cast<std::size_t>(
      std::max<std::int64_t>(1, integer_argument(arguments, 0, "linecount", 1)));
  List rows;
  List row;
  for (Value& item : items_of(input)) {
    row.push_back(std::move(item));
    if (row.size() == size) {
      rows.push_back(Value::list(std::move(row)));
      row = {};
    }
  }
  if (!row.empty()) {
    rows.push_back(Value::list(std::move(row)));
  }
  return Value::list(std::move(rows));
}

Result slug(const Value& input, const Arguments& /*arguments*/) {
  return Value::text(text::slugify(text_of(input)));
}

constexpr auto kFilters = std::to_array<Filter>({
    {"abs", absolute},
    {"batch", batch},
    {"capitalize", capitalize},
    {"count", length},
    {"d", default_value},
    {"default", default_value},
    {"e", escape},
    {"escape", escape},
    {"first", first},
    {"float", as_float},
    {"int", as_integer},
    {"join", join},
    {"last", last},
    {"length", length},
    {"list", as_list},
    {"lower", lower},
    {"map", map_attribute},
    {"max", extreme<true>},
    {"min", extreme<false>},
    {"rejectattr", reject_attribute},
    {"replace", replace},
    {"reverse", reverse},
    {"round", round_number},
    {"safe", safe},
    {"selectattr", select_attribute},
    {"slugify", slug},
    {"sort", sort},
    {"string", as_string},
    {"sum", sum},
    {"tojson", to_json},
    {"trim", trim},
    {"truncate", truncate},
    {"unique", unique},
    {"upper", upper},
});

}  // namespace

std::span<const Filter> builtin_filters() {
  return kFilters;
}

}  // namespace jinja
