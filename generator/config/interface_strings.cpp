#include "config/interface_strings.hpp"

#include "config/yaml.hpp"

#include <array>
#include <utility>

namespace config {

namespace {

/// The list of names that `key` fills; null if it is the key of a text.
std::vector<std::string>* names_of(InterfaceStrings& strings, std::string_view key) {
  if (key == "weekdays") {
    return &strings.weekdays;
  }
  if (key == "weekdays_short") {
    return &strings.weekdays_short;
  }
  if (key == "months") {
    return &strings.months;
  }
  return key == "months_short" ? &strings.months_short : nullptr;
}

}  // namespace

text::DateNames InterfaceStrings::date_names() const {
  return {.weekdays = weekdays,
          .weekdays_short = weekdays_short,
          .months = months,
          .months_short = months_short};
}

const std::string* InterfaceStrings::find(std::string_view key) const {
  const auto found = texts.find(key);
  return found == texts.end() ? nullptr : &found->second;
}

diagnostics::Reported<InterfaceStrings> parse_interface_strings(const text::SourceText& source) {
  diagnostics::Reported<InterfaceStrings> result;
  const diagnostics::Expected<values::Value> yaml = parse_yaml(source);
  if (!yaml) {
    result.diagnostics.push_back(yaml.error());
    return result;
  }
  for (std::size_t i = 0; i < yaml->size(); ++i) {
    const std::string key(yaml->member_name(i));
    const values::Value value = yaml->member_value(i);
    if (std::vector<std::string>* names = names_of(result.value, key)) {
      for (std::size_t n = 0; n < value.size(); ++n) {
        names->emplace_back(value.at(n).as_text());
      }
      continue;
    }
    if (value.kind() != values::Kind::text) {
      result.diagnostics.push_back(
          {.code = "config/wrong-type",
           .where = {.path = source.path()},
           .message = "the interface string \"" + key + "\" must be a text",
           .remedy = "put it in quotes"});
      continue;
    }
    result.value.texts.emplace(key, value.as_text());
  }
  return result;
}

}  // namespace config
