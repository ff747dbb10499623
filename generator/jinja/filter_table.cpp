#include "jinja/filter_table.hpp"

#include "jinja/filters.hpp"
#include "jinja/program.hpp"

#include <algorithm>
#include <array>

namespace jinja {

namespace {

std::array<std::span<const BuiltinFilter>, 7> all_filters() {
  return {text_filters(),     layout_filters(), markup_filters(), number_filters(),
          sequence_filters(), order_filters(),  select_filters()};
}

}  // namespace

const BuiltinFilter* find_builtin_filter(std::string_view name) {
  for (const std::span<const BuiltinFilter> list : all_filters()) {
    const auto found = std::ranges::find(list, name, &BuiltinFilter::name);
    if (found != list.end()) {
      return &*found;
    }
  }
  return nullptr;
}

std::vector<std::string_view> builtin_filter_names() {
  std::vector<std::string_view> names;
  for (const std::span<const BuiltinFilter> list : all_filters()) {
    for (const BuiltinFilter& filter : list) {
      names.push_back(filter.name);
    }
  }
  return names;
}

ValueOrReason apply_filter(std::string_view name, const values::Value& input,
                           const Arguments& arguments, const CallSite& site) {
  const auto host = site.program.host_filters.find(std::string(name));
  if (host != site.program.host_filters.end()) {
    return host->second(input, arguments);
  }
  const BuiltinFilter* const filter = find_builtin_filter(name);
  if (filter == nullptr) {
    return diagnostics::because("there is no filter \"" + std::string(name) + "\"");
  }
  const std::string wrong = filter->signature.check(arguments.positional.size(), arguments.names);
  if (!wrong.empty()) {
    return diagnostics::because("the filter \"" + std::string(name) + "\" " + wrong);
  }
  return filter->apply(input, arguments, site);
}

}  // namespace jinja
