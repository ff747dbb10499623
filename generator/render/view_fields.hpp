#pragma once

#include "site/site.hpp"
#include "text/calendar_date.hpp"
#include "values/value.hpp"

#include <string>
#include <string_view>

// For this folder only: what the views' fields are written with.
namespace render {

/// The object behind a view, and the site it belongs to.
template <typename Record>
const Record& as(const void* record) {
  return *static_cast<const Record*>(record);
}

inline const site::Site& site_of(const void* context) {
  return as<site::Site>(context);
}

/// The place of `item` in the table that it stands in.
template <typename Item>
std::uint32_t index_in(const std::vector<Item>& table, const Item& item) {
  return static_cast<std::uint32_t>(&item - table.data());
}

// What the fields give, for checks of templates.
inline constexpr values::Shape kText{.kind = values::Kind::text};
inline constexpr values::Shape kTextOrNone{.kind = values::Kind::text, .optional = true};
inline constexpr values::Shape kInteger{.kind = values::Kind::integer};
inline constexpr values::Shape kIntegerOrNone{.kind = values::Kind::integer, .optional = true};
inline constexpr values::Shape kBoolean{.kind = values::Kind::boolean};
inline constexpr values::Shape kMapOrNone{.kind = values::Kind::map, .optional = true};
inline constexpr values::Shape kTexts{.kind = values::Kind::list, .items = values::Kind::text};
inline constexpr values::Shape kLists{.kind = values::Kind::list, .items = values::Kind::list};

constexpr values::Shape one(const values::RecordType& type) {
  return {.kind = values::Kind::map, .record = &type};
}

constexpr values::Shape maybe(const values::RecordType& type) {
  return {.kind = values::Kind::map, .record = &type, .optional = true};
}

constexpr values::Shape list_of(const values::RecordType& type) {
  return {.kind = values::Kind::list, .record = &type};
}

inline values::Value count_value(std::size_t count) {
  return values::Value::integer(static_cast<std::int64_t>(count));
}

inline values::Value date_value(const text::CalendarDate& date) {
  return date.year == 0 ? values::Value::none() : values::Value::text(text::to_iso(date));
}

inline values::Value precision_value(const text::CalendarDate& date) {
  switch (date.precision()) {
    case text::DatePrecision::day:
      return values::Value::view("day");
    case text::DatePrecision::month:
      return values::Value::view("month");
    case text::DatePrecision::none:
      break;
  }
  return values::Value::view("none");
}

inline values::Value path_value(const site::Route* route) {
  return route == nullptr ? values::Value::none() : values::Value::view(route->href);
}

inline std::string permalink_of(const site::Site& site, const site::Route& route) {
  return site.base().origin + route.href;
}

inline values::Value permalink_value(const site::Site& site, const site::Route* route) {
  return route == nullptr ? values::Value::none() : values::Value::text(permalink_of(site, *route));
}

/// How templates walk over a vector whose items become values by `at(item, site)`.
template <typename Item, values::Value (*At)(const Item&, const site::Site&)>
inline constexpr values::SequenceType kVectorType = {
    .size = [](const void* container) { return as<std::vector<Item>>(container).size(); },
    .at =
        [](const void* container, const void* context, std::size_t index) {
          return At(as<std::vector<Item>>(container)[index], site_of(context));
        },
};

/// The same, last item first.
template <typename Item, values::Value (*At)(const Item&, const site::Site&)>
inline constexpr values::SequenceType kReversedVectorType = {
    .size = [](const void* container) { return as<std::vector<Item>>(container).size(); },
    .at =
        [](const void* container, const void* context, std::size_t index) {
          const auto& items = as<std::vector<Item>>(container);
          return At(items[items.size() - 1 - index], site_of(context));
        },
};

inline values::Value text_item(const std::string& text, const site::Site& /*site*/) {
  return values::Value::view(text);
}

inline values::Value texts_value(const std::vector<std::string>& texts, const site::Site& site) {
  return values::Value::sequence(kVectorType<std::string, text_item>, &texts, &site);
}

/// A small map of its own: `{term, count}`.
inline values::Value pair_value(std::string first_name, values::Value first,
                                std::string second_name, values::Value second) {
  values::Map map;
  map.set(std::move(first_name), std::move(first));
  map.set(std::move(second_name), std::move(second));
  return values::Value::map(std::move(map));
}

}  // namespace render
