#include "jinja/layer.hpp"

#include <algorithm>

namespace jinja {

namespace {

std::uint64_t bit_of(NameId name) {
  return std::uint64_t{1} << (name % 64U);
}

}  // namespace

void Layer::reset(const Layer* below, std::span<const values::Value* const> base) {
  below_ = below;
  base_ = base;
  names_.clear();
  bits_ = 0;
}

void Layer::set(NameId name, values::Value value) {
  const auto known = std::ranges::find(names_, name, &std::pair<NameId, values::Value>::first);
  if (known != names_.end()) {
    known->second = std::move(value);
    return;
  }
  names_.emplace_back(name, std::move(value));
  bits_ |= bit_of(name);
}

const values::Value* Layer::find(NameId name) const {
  for (const Layer* layer = this; layer != nullptr; layer = layer->below_) {
    if ((layer->bits_ & bit_of(name)) == 0) {
      continue;
    }
    const auto found =
        std::ranges::find(layer->names_, name, &std::pair<NameId, values::Value>::first);
    if (found != layer->names_.end()) {
      return &found->second;
    }
  }
  return name < base_.size() ? base_[name] : nullptr;
}

}  // namespace jinja
