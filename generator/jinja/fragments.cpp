#include "jinja/fragments.hpp"

#include <utility>

namespace jinja {

Fragments::Fragments(std::size_t count)
    : count_(count), texts_(std::make_unique<std::atomic<const std::string*>[]>(count)) {}

Fragments::~Fragments() {
  for (std::size_t i = 0; i < count_; ++i) {
    delete texts_[i].load();
  }
}

void Fragments::keep(std::size_t index, std::string text) const {
  auto kept = std::make_unique<const std::string>(std::move(text));
  const std::string* none = nullptr;
  if (texts_[index].compare_exchange_strong(none, kept.get(), std::memory_order_acq_rel)) {
    static_cast<void>(kept.release());
  }
}

}  // namespace jinja
