#include "jinja/arguments.hpp"

#include <algorithm>

namespace jinja {

const values::Value* Arguments::find(std::string_view name) const {
  const auto found = std::ranges::find(names, name);
  return found == names.end() ? nullptr : &named[static_cast<std::size_t>(found - names.begin())];
}

const values::Value* Arguments::find(std::size_t position, std::string_view name) const {
  return position < positional.size() ? &positional[position] : find(name);
}

}  // namespace jinja
