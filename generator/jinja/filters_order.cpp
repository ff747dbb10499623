#include "jinja/filter_arguments.hpp"
#include "jinja/filters.hpp"
#include "jinja/subscript.hpp"
#include "text/unicode.hpp"
#include "text/whitespace.hpp"
#include "values/value_operators.hpp"

#include <algorithm>
#include <optional>

/// Filters that order and group lists.
namespace jinja {

using diagnostics::because;
using values::Value;

namespace {

enum class Case { fold, keep };

/// What a value is ordered by: texts without regard to case, unless it matters.
Value folded(const Value& value, Case letter_case) {
  return letter_case == Case::fold && value.kind() == values::Kind::text
             ? Value::text(text::to_lower(value.as_text()))
             : value;
}

/// An item with what it is ordered by; several keys for `attribute="a,b"`.
struct Keyed {
  values::List keys;
  Value item;
};

diagnostics::OrReason<Keyed> keyed(const Value& item, std::string_view attributes, Case letter_case,
                                   const CallSite& site) {
  Keyed result{{}, item};
  if (attributes.empty()) {
    result.keys.push_back(folded(item, letter_case));
    return result;
  }
  for (const std::string_view attribute : text::split(attributes, ",")) {
    const ValueOrReason key = attribute_of_item(item, text::trim(attribute), site);
    if (!key) {
      return because(key.error());
    }
    result.keys.push_back(folded(*key, letter_case));
  }
  return result;
}

/// The items of `list` with their keys, in the order of the keys.
diagnostics::OrReason<std::vector<Keyed>> sorted(const Value& list, std::string_view attributes,
                                                 Case letter_case, bool reverse,
                                                 const CallSite& site) {
  const ValueOrReason items = items_of(list);
  if (!items) {
    return because(items.error());
  }
  std::vector<Keyed> result;
  for (std::size_t i = 0; i < items->size(); ++i) {
    diagnostics::OrReason<Keyed> item = keyed(items->at(i), attributes, letter_case, site);
    if (!item) {
      return because(item.error());
    }
    result.push_back(*std::move(item));
  }
  std::string error;
  const auto before = [&error](const Keyed& left, const Keyed& right) {
    for (std::size_t i = 0; i < left.keys.size(); ++i) {
      const auto order = values::compare(left.keys[i], right.keys[i]);
      if (!order) {
        error = order.error();
        return false;
      }
      if (*order != 0) {
        return *order < 0;
      }
    }
    return false;
  };
  if (reverse) {
    std::ranges::stable_sort(result,
                             [&before](const Keyed& a, const Keyed& b) { return before(b, a); });
  } else {
    std::ranges::stable_sort(result, before);
  }
  if (!error.empty()) {
    return because(std::move(error));
  }
  return result;
}

Case case_argument(const Arguments& arguments, std::size_t position) {
  return flag_argument(arguments, position, "case_sensitive", false) ? Case::keep : Case::fold;
}

ValueOrReason sort(const Value& input, const Arguments& arguments, const CallSite& site) {
  const auto result =
      sorted(input, text_argument(arguments, 2, "attribute", ""), case_argument(arguments, 1),
             flag_argument(arguments, 0, "reverse", false), site);
  if (!result) {
    return because(result.error());
  }
  values::List items;
  for (const Keyed& entry : *result) {
    items.push_back(entry.item);
  }
  return Value::list(std::move(items));
}

ValueOrReason dictsort(const Value& input, const Arguments& arguments, const CallSite& site) {
  if (input.kind() != values::Kind::map) {
    return because("it takes a map, not " + values::describe_kind(input));
  }
  const std::string by = text_argument(arguments, 1, "by", "key");
  if (by != "key" && by != "value") {
    return because("\"by\" is key or value");
  }
  values::List pairs;
  for (std::size_t i = 0; i < input.size(); ++i) {
    pairs.push_back(
        Value::tuple({Value::text(std::string(input.member_name(i))), input.member_value(i)}));
  }
  const auto result =
      sorted(Value::list(std::move(pairs)), by == "key" ? "0" : "1", case_argument(arguments, 0),
             flag_argument(arguments, 2, "reverse", false), site);
  if (!result) {
    return because(result.error());
  }
  values::List ordered;
  for (const Keyed& entry : *result) {
    ordered.push_back(entry.item);
  }
  return Value::list(std::move(ordered));
}

constexpr std::string_view kGroup[] = {"grouper", "list"};

/// A list of (what is equal, the items for which it is), in the order of the first.
ValueOrReason groupby(const Value& input, const Arguments& arguments, const CallSite& site) {
  const std::string attribute = text_argument(arguments, 0, "attribute", "");
  const Value* const fallback = arguments.find(1, "default");
  const Case letter_case = case_argument(arguments, 2);
  const ValueOrReason items = items_of(input);
  if (!items) {
    return items;
  }
  values::List with_keys;
  for (std::size_t i = 0; i < items->size(); ++i) {
    ValueOrReason key = value_at_path(items->at(i), attribute);
    if (key->is_undefined()) {
      key = fallback != nullptr ? *fallback : attribute_of_item(items->at(i), attribute, site);
    }
    if (!key) {
      return key;
    }
    with_keys.push_back(Value::tuple({*std::move(key), items->at(i)}));
  }
  const auto ordered = sorted(Value::list(std::move(with_keys)), "0", letter_case, false, site);
  if (!ordered) {
    return because(ordered.error());
  }
  values::List groups;
  for (std::size_t start = 0; start < ordered->size();) {
    values::List members;
    std::size_t end = start;
    while (end < ordered->size() &&
           values::equal((*ordered)[end].keys[0], (*ordered)[start].keys[0])) {
      members.push_back((*ordered)[end++].item.at(1));
    }
    values::List group;
    group.push_back((*ordered)[start].item.at(0));
    group.push_back(Value::list(std::move(members)));
    groups.push_back(Value::tuple(std::move(group), kGroup));
    start = end;
  }
  return Value::list(std::move(groups));
}

ValueOrReason unique(const Value& input, const Arguments& arguments, const CallSite& site) {
  const Case letter_case = case_argument(arguments, 0);
  const std::string attribute = text_argument(arguments, 1, "attribute", "");
  const ValueOrReason items = items_of(input);
  if (!items) {
    return items;
  }
  values::Map seen_texts;
  values::List seen;
  values::List kept;
  for (std::size_t i = 0; i < items->size(); ++i) {
    const diagnostics::OrReason<Keyed> item = keyed(items->at(i), attribute, letter_case, site);
    if (!item) {
      return because(item.error());
    }
    const Value& key = item->keys[0];
    // Texts are most common, and a map finds them without going through all of them.
    if (key.kind() == values::Kind::text) {
      const std::string name(key.as_text());
      if (seen_texts.find(name) == nullptr) {
        seen_texts.set(name, Value::none());
        kept.push_back(items->at(i));
      }
    } else if (std::ranges::none_of(
                   seen, [&key](const Value& other) { return values::equal(key, other); })) {
      seen.push_back(key);
      kept.push_back(items->at(i));
    }
  }
  return Value::list(std::move(kept));
}

enum class Extreme { smallest, largest };

ValueOrReason extreme(const Value& input, const Arguments& arguments, Extreme which,
                      const CallSite& site) {
  const Case letter_case = case_argument(arguments, 0);
  const std::string attribute = text_argument(arguments, 1, "attribute", "");
  const ValueOrReason items = items_of(input);
  if (!items) {
    return items;
  }
  std::optional<Keyed> best;
  for (std::size_t i = 0; i < items->size(); ++i) {
    diagnostics::OrReason<Keyed> candidate = keyed(items->at(i), attribute, letter_case, site);
    if (!candidate) {
      return because(candidate.error());
    }
    if (best) {
      const auto order = values::compare(candidate->keys[0], best->keys[0]);
      if (!order) {
        return because(order.error());
      }
      if (which == Extreme::smallest ? *order >= 0 : *order <= 0) {
        continue;
      }
    }
    best = *std::move(candidate);
  }
  return best ? best->item : Value();
}

ValueOrReason smallest(const Value& input, const Arguments& arguments, const CallSite& site) {
  return extreme(input, arguments, Extreme::smallest, site);
}

ValueOrReason largest(const Value& input, const Arguments& arguments, const CallSite& site) {
  return extreme(input, arguments, Extreme::largest, site);
}

constexpr std::string_view kSort[] = {"reverse", "case_sensitive", "attribute"};
constexpr std::string_view kDictsort[] = {"case_sensitive", "by", "reverse"};
constexpr std::string_view kGroupby[] = {"attribute", "default", "case_sensitive"};
constexpr std::string_view kUnique[] = {"case_sensitive", "attribute"};

constexpr BuiltinFilter kFilters[] = {
    {"sort", sort, {0, kSort, false}},          {"dictsort", dictsort, {0, kDictsort, false}},
    {"groupby", groupby, {1, kGroupby, false}}, {"unique", unique, {0, kUnique, false}},
    {"min", smallest, {0, kUnique, false}},     {"max", largest, {0, kUnique, false}},
};

}  // namespace

std::span<const BuiltinFilter> order_filters() {
  return kFilters;
}

}  // namespace jinja
