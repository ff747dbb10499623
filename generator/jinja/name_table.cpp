#include "jinja/name_table.hpp"

namespace jinja {

NameId NameTable::intern(std::string_view name) {
  if (const std::optional<NameId> known = find(name)) {
    return *known;
  }
  const auto id = static_cast<NameId>(names_.size());
  names_.emplace_back(name);
  ids_.emplace(names_.back(), id);
  return id;
}

std::optional<NameId> NameTable::find(std::string_view name) const {
  const auto found = ids_.find(name);
  return found == ids_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace jinja
