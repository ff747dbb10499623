#include "jinja/filter_arguments.hpp"
#include "jinja/filters.hpp"
#include "jinja/subscript.hpp"
#include "jinja/test_table.hpp"
#include "values/value_operators.hpp"

#include <algorithm>

/// Filters that go through a list with another filter or a test.
namespace jinja {

using diagnostics::because;
using values::Value;

namespace {

/// What follows the first `count` positional arguments.
Arguments without_first(const Arguments& arguments, std::size_t count) {
  Arguments rest = arguments;
  rest.positional = rest.positional.subspan(std::min(count, rest.positional.size()));
  return rest;
}

ValueOrReason map_attribute(const Value& items, std::string_view attribute, const Value* fallback,
                            const CallSite& site) {
  values::List result;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (fallback != nullptr) {
      Value item = value_at_path(items.at(i), attribute);
      result.push_back(item.is_undefined() ? *fallback : std::move(item));
      continue;
    }
    ValueOrReason item = attribute_of_item(items.at(i), attribute, site);
    if (!item) {
      return item;
    }
    result.push_back(std::move(*item));
  }
  return Value::list(std::move(result));
}

/// `map('upper')`, `map(attribute='name', default='?')`.
ValueOrReason map(const Value& input, const Arguments& arguments, const CallSite& site) {
  const ValueOrReason items = items_of(input);
  if (!items) {
    return items;
  }
  if (const Value* const attribute = arguments.find("attribute")) {
    if (!arguments.positional.empty()) {
      return because("it takes the name of a filter or an attribute, not both");
    }
    return map_attribute(*items, values::printed(*attribute), arguments.find("default"), site);
  }
  if (arguments.positional.empty()) {
    return because("it needs the name of a filter, or attribute=");
  }
  const std::string name = values::printed(arguments.positional.front());
  values::List result;
  for (std::size_t i = 0; i < items->size(); ++i) {
    ValueOrReason item = apply_filter(name, items->at(i), without_first(arguments, 1), site);
    if (!item) {
      return item;
    }
    result.push_back(std::move(*item));
  }
  return Value::list(std::move(result));
}

enum class Keep { if_true, if_false };

/// Keeps the items of which `subject` gives something that passes the test, which stands at
/// `position` of the arguments; without a test, something true.
template <typename Subject>
ValueOrReason filtered(const Value& input, const Arguments& arguments, std::size_t position,
                       Keep keep, const CallSite& site, Subject subject) {
  const ValueOrReason items = items_of(input);
  if (!items) {
    return items;
  }
  const bool has_test = position < arguments.positional.size();
  const std::string test = has_test ? values::printed(arguments.positional[position]) : "";
  const Arguments rest = without_first(arguments, position + 1);
  values::List kept;
  for (std::size_t i = 0; i < items->size(); ++i) {
    Value item = items->at(i);
    const ValueOrReason tested = subject(item);
    if (!tested) {
      return tested;
    }
    const diagnostics::OrReason<bool> passes =
        has_test ? apply_test(test, *tested, rest, site) : values::is_true(*tested);
    if (!passes) {
      return because(passes.error());
    }
    if (*passes == (keep == Keep::if_true)) {
      kept.push_back(std::move(item));
    }
  }
  return Value::list(std::move(kept));
}

ValueOrReason filtered_items(const Value& input, const Arguments& arguments, Keep keep,
                             const CallSite& site) {
  return filtered(input, arguments, 0, keep, site,
                  [](const Value& item) { return ValueOrReason(item); });
}

ValueOrReason filtered_by_attribute(const Value& input, const Arguments& arguments, Keep keep,
                                    const CallSite& site) {
  if (arguments.positional.empty()) {
    return because("it needs the name of an attribute");
  }
  const std::string attribute = values::printed(arguments.positional.front());
  // With a test, a missing attribute is a question that it may answer: `is defined`.
  const bool has_test = arguments.positional.size() > 1;
  return filtered(input, arguments, 1, keep, site, [&](const Value& item) -> ValueOrReason {
    if (has_test) {
      return value_at_path(item, attribute);
    }
    return attribute_of_item(item, attribute, site);
  });
}

ValueOrReason select(const Value& input, const Arguments& arguments, const CallSite& site) {
  return filtered_items(input, arguments, Keep::if_true, site);
}

ValueOrReason reject(const Value& input, const Arguments& arguments, const CallSite& site) {
  return filtered_items(input, arguments, Keep::if_false, site);
}

ValueOrReason selectattr(const Value& input, const Arguments& arguments, const CallSite& site) {
  return filtered_by_attribute(input, arguments, Keep::if_true, site);
}

ValueOrReason rejectattr(const Value& input, const Arguments& arguments, const CallSite& site) {
  return filtered_by_attribute(input, arguments, Keep::if_false, site);
}

constexpr BuiltinFilter kFilters[] = {
    {"map", map, {0, {}, true}},
    {"select", select, {0, {}, true}},
    {"reject", reject, {0, {}, true}},
    {"selectattr", selectattr, {1, {}, true}},
    {"rejectattr", rejectattr, {1, {}, true}},
};

}  // namespace

std::span<const BuiltinFilter> select_filters() {
  return kFilters;
}

}  // namespace jinja
