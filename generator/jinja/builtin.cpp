#include "jinja/builtin.hpp"

#include "text/suggestion.hpp"

#include <algorithm>

namespace jinja {

std::string Signature::check(std::size_t positional,
                             std::span<const std::string_view> names) const {
  if (open) {
    return positional + names.size() < required ? "needs an argument" : std::string();
  }
  if (positional > parameters.size()) {
    return parameters.empty() ? "takes no arguments"
                              : "takes at most " + std::to_string(parameters.size()) +
                                    (parameters.size() == 1 ? " argument" : " arguments");
  }
  for (const std::string_view name : names) {
    const auto found = std::ranges::find(parameters, name);
    if (found == parameters.end()) {
      const std::string meant = text::did_you_mean(name, parameters);
      return "has no argument \"" + std::string(name) + "\"" + (meant.empty() ? "" : "; " + meant);
    }
    if (static_cast<std::size_t>(found - parameters.begin()) < positional) {
      return "gets the argument \"" + std::string(name) + "\" twice";
    }
  }
  for (std::size_t i = positional; i < required; ++i) {
    if (std::ranges::find(names, parameters[i]) == names.end()) {
      return "needs the argument \"" + std::string(parameters[i]) + "\"";
    }
  }
  return {};
}

}  // namespace jinja
