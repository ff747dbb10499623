#include "jinja/fragments.hpp"

#include <utility>

namespace jinja {

Fragments::Fragments(std::size_t count)
    : count_(count), parts_(std::make_unique<std::atomic<const Fragment*>[]>(count)) {}

Fragments::~Fragments() {
  for (std::size_t i = 0; i < count_; ++i) {
    delete parts_[i].load();
  }
}

void Fragments::keep(std::size_t index, Fragment part) const {
  auto kept = std::make_unique<const Fragment>(std::move(part));
  const Fragment* none = nullptr;
  if (parts_[index].compare_exchange_strong(none, kept.get(), std::memory_order_acq_rel)) {
    static_cast<void>(kept.release());
  }
}

}  // namespace jinja
