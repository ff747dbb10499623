#pragma once

#include "jinja/name_table.hpp"
#include "values/value.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace jinja {

/// Variables by number while rendering: the few names that a template or an include adds, over
/// those of the layer below, over those that the host gave.
class Layer {
 public:
  /// `base` has the host's value for each NameId, or null. All three outlive the layer.
  void reset(const Layer* below, std::span<const values::Value* const> base);

  void set(NameId name, values::Value value);

  /// The value of `name`, or null. Valid until a name is set in the layer where it was found.
  [[nodiscard]] const values::Value* find(NameId name) const;

  [[nodiscard]] std::span<const values::Value* const> base() const { return base_; }

  [[nodiscard]] const Layer* below() const { return below_; }

  [[nodiscard]] const std::vector<std::pair<NameId, values::Value>>& names() const {
    return names_;
  }

 private:
  const Layer* below_ = nullptr;
  std::span<const values::Value* const> base_;
  std::vector<std::pair<NameId, values::Value>> names_;
  std::uint64_t bits_ = 0;  ///< bit n: a name with that number modulo 64 may be here
};

}  // namespace jinja
