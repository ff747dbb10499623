#include "jinja/filter_arguments.hpp"
#include "jinja/filters.hpp"
#include "jinja/program.hpp"
#include "jinja/subscript.hpp"
#include "jinja/template_object.hpp"
#include "text/utf8.hpp"
#include "values/value_operators.hpp"

#include <algorithm>

/// Filters that take lists apart and put them together.
namespace jinja {

using diagnostics::because;
using values::printed;
using values::Safety;
using values::Value;

namespace {

ValueOrReason fallback(const Value& input, const Arguments& arguments, const CallSite& /*site*/) {
  const bool boolean = flag_argument(arguments, 1, "boolean", false);
  if (!input.is_undefined() && !(boolean && !values::is_true(input))) {
    return input;
  }
  const Value* const value = arguments.find(0, "default_value");
  return value == nullptr ? Value::view("") : *value;
}

ValueOrReason first(const Value& input, const Arguments& /*arguments*/, const CallSite& /*site*/) {
  const ValueOrReason items = items_of(input);
  return items ? ValueOrReason(items->at(0)) : items;
}

ValueOrReason last(const Value& input, const Arguments& /*arguments*/, const CallSite& /*site*/) {
  const ValueOrReason items = items_of(input);
  return items ? ValueOrReason(items->at(items->size() - 1)) : items;
}

ValueOrReason length(const Value& input, const Arguments& /*arguments*/, const CallSite& /*site*/) {
  const values::Kind kind = input.kind();
  if (kind != values::Kind::text && kind != values::Kind::list && kind != values::Kind::map &&
      kind != values::Kind::undefined) {
    return because(values::describe_kind(input) + " has no length");
  }
  return Value::integer(length_of(input));
}

ValueOrReason list(const Value& input, const Arguments& /*arguments*/, const CallSite& /*site*/) {
  const ValueOrReason items = items_of(input);
  if (!items || !items->is_tuple()) {
    return items;
  }
  values::List copy;
  for (std::size_t i = 0; i < items->size(); ++i) {
    copy.push_back(items->at(i));
  }
  return Value::list(std::move(copy));
}

ValueOrReason reverse(const Value& input, const Arguments& /*arguments*/,
                      const CallSite& /*site*/) {
  const Value backward = Value::integer(-1);
  if (input.kind() == values::Kind::text) {
    return slice_of(input, Value::none(), Value::none(), backward);
  }
  const ValueOrReason items = items_of(input);
  return items ? slice_of(*items, Value::none(), Value::none(), backward) : items;
}

ValueOrReason join(const Value& input, const Arguments& arguments, const CallSite& site) {
  const ValueOrReason items = items_of(input);
  if (!items) {
    return items;
  }
  const Value* const given = arguments.find(0, "d");
  const Value separator = given == nullptr ? Value::view("") : *given;
  const std::string attribute = text_argument(arguments, 1, "attribute", "");
  values::List parts;
  parts.reserve(items->size());
  bool markup = separator.is_trusted();
  for (std::size_t i = 0; i < items->size(); ++i) {
    ValueOrReason part = items->at(i);
    if (!attribute.empty()) {
      part = attribute_of_item(*part, attribute, site);
    }
    if (!part) {
      return part;
    }
    if (part->is_undefined() && site.program.options.undefined == Undefined::strict) {
      return because("item " + std::to_string(i + 1) + " is undefined");
    }
    parts.push_back(*std::move(part));
    markup = markup || parts.back().is_trusted();
  }
  markup = markup && site.autoescape;
  const std::string between = markup ? escaped(separator) : printed(separator);
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) {
      out += between;
    }
    if (markup) {
      out += escaped(parts[i]);
    } else {
      values::append_printed(out, parts[i]);
    }
  }
  return Value::text(std::move(out), markup ? Safety::trusted : Safety::plain);
}

ValueOrReason batch(const Value& input, const Arguments& arguments, const CallSite& /*site*/) {
  const auto count = integer_argument(arguments, 0, "linecount", 0);
  const ValueOrReason items = items_of(input);
  if (!items || !count || *count < 1) {
    return because(!items ? items.error() : !count ? count.error() : "\"linecount\" is at least 1");
  }
  const Value fill = value_argument(arguments, 1, "fill_with");
  const std::size_t width = static_cast<std::size_t>(*count);
  values::List rows;
  for (std::size_t start = 0; start < items->size(); start += width) {
    values::List row;
    for (std::size_t i = start; i < std::min(start + width, items->size()); ++i) {
      row.push_back(items->at(i));
    }
    if (!fill.is_none() && width <= values::kMaxMadeSize) {
      row.resize(width, fill);
    }
    rows.push_back(Value::list(std::move(row)));
  }
  return Value::list(std::move(rows));
}

ValueOrReason slice(const Value& input, const Arguments& arguments, const CallSite& /*site*/) {
  const auto count = integer_argument(arguments, 0, "slices", 0);
  const ValueOrReason items = items_of(input);
  if (!items || !count || *count < 1 || *count > 10'000) {
    return because(!items   ? items.error()
                   : !count ? count.error()
                            : "\"slices\" is between 1 and 10000");
  }
  const Value fill = value_argument(arguments, 1, "fill_with");
  const std::size_t columns = static_cast<std::size_t>(*count);
  const std::size_t each = items->size() / columns;
  const std::size_t longer = items->size() % columns;
  values::List slices;
  std::size_t next = 0;
  for (std::size_t column = 0; column < columns; ++column) {
    values::List part;
    const std::size_t size = each + (column < longer ? 1 : 0);
    for (std::size_t i = 0; i < size; ++i) {
      part.push_back(items->at(next++));
    }
    if (!fill.is_none() && column >= longer) {
      part.push_back(fill);
    }
    slices.push_back(Value::list(std::move(part)));
  }
  return Value::list(std::move(slices));
}

ValueOrReason items(const Value& input, const Arguments& /*arguments*/, const CallSite& /*site*/) {
  if (input.kind() != values::Kind::map && !input.is_undefined()) {
    return because("it takes a map, not " + values::describe_kind(input));
  }
  values::List pairs;
  for (std::size_t i = 0; i < input.size(); ++i) {
    pairs.push_back(
        Value::tuple({Value::text(std::string(input.member_name(i))), input.member_value(i)}));
  }
  return Value::list(std::move(pairs));
}

ValueOrReason attr(const Value& input, const Arguments& arguments, const CallSite& /*site*/) {
  const std::string name = text_argument(arguments, 0, "name", "");
  return input.kind() == values::Kind::object
             ? static_cast<TemplateObject*>(input.as_object())->field(name)
             : input.member(name);
}

ValueOrReason sum(const Value& input, const Arguments& arguments, const CallSite& site) {
  const std::string attribute = text_argument(arguments, 0, "attribute", "");
  const Value* const start = arguments.find(1, "start");
  const ValueOrReason numbers = items_of(input);
  if (!numbers) {
    return numbers;
  }
  Value total = start == nullptr ? Value::integer(0) : *start;
  for (std::size_t i = 0; i < numbers->size(); ++i) {
    const ValueOrReason item = attribute.empty()
                                   ? ValueOrReason(numbers->at(i))
                                   : attribute_of_item(numbers->at(i), attribute, site);
    if (!item) {
      return item;
    }
    ValueOrReason next = values::calculate(values::Arithmetic::add, total, *item);
    if (!next) {
      return next;
    }
    total = std::move(*next);
  }
  return total;
}

constexpr std::string_view kDefault[] = {"default_value", "boolean"};
constexpr std::string_view kJoin[] = {"d", "attribute"};
constexpr std::string_view kBatch[] = {"linecount", "fill_with"};
constexpr std::string_view kSlice[] = {"slices", "fill_with"};
constexpr std::string_view kName[] = {"name"};
constexpr std::string_view kSum[] = {"attribute", "start"};

constexpr BuiltinFilter kFilters[] = {
    {"default", fallback, {0, kDefault, false}, true},
    {"d", fallback, {0, kDefault, false}, true},
    {"first", first, {}},
    {"last", last, {}},
    {"length", length, {}},
    {"count", length, {}},
    {"list", list, {}},
    {"reverse", reverse, {}},
    {"join", join, {0, kJoin, false}},
    {"batch", batch, {1, kBatch, false}},
    {"slice", slice, {1, kSlice, false}},
    {"items", items, {}},
    {"attr", attr, {1, kName, false}},
    {"sum", sum, {0, kSum, false}},
};

}  // namespace

std::span<const BuiltinFilter> sequence_filters() {
  return kFilters;
}

}  // namespace jinja
