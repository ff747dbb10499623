#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace jinja {

/// A number for each different name, so that rendering compares numbers.
using NameId = std::uint32_t;

/// The names of a kind (variables, blocks), numbered from 0.
class NameTable {
 public:
  NameTable() = default;
  NameTable(const NameTable&) = delete;  // the keys view the names of the one that has them
  NameTable& operator=(const NameTable&) = delete;
  NameTable(NameTable&&) = default;
  NameTable& operator=(NameTable&&) = default;
  ~NameTable() = default;

  NameId intern(std::string_view name);

  [[nodiscard]] std::optional<NameId> find(std::string_view name) const;

  [[nodiscard]] const std::string& name_of(NameId id) const { return names_[id]; }

  [[nodiscard]] std::size_t size() const { return names_.size(); }

 private:
  std::deque<std::string> names_;  ///< a deque does not move what the map's keys view
  std::unordered_map<std::string_view, NameId> ids_;
};

}  // namespace jinja
