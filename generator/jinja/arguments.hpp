#pragma once

#include "values/value.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace jinja {

/// The arguments of one call of a filter, test or function. Views: they live as long as the call.
struct Arguments {
  std::span<const values::Value> positional;
  std::span<const std::string_view> names;  ///< of the named ones
  std::span<const values::Value> named;     ///< as many as names, in the same order

  /// The argument called `name`; null if it is not given.
  [[nodiscard]] const values::Value* find(std::string_view name) const;
  /// The argument at `position`, or else the one called `name`; null if neither is given.
  [[nodiscard]] const values::Value* find(std::size_t position, std::string_view name) const;
};

}  // namespace jinja
