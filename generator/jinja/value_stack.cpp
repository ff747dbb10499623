#include "jinja/value_stack.hpp"

#include <algorithm>

namespace jinja {

namespace {

/// Enough for a layout, its blocks and a macro or two; deeper pages take more chunks.
constexpr std::size_t kChunkSize = 256;

}  // namespace

values::Value* ValueStack::take(std::size_t slots, std::size_t size) {
  if (!chunks_.empty() && chunks_[current_].used + size > chunks_[current_].size) {
    ++current_;
    // A chunk that is left over from before may be too small now.
    if (current_ < chunks_.size() && chunks_[current_].size < size) {
      chunks_.resize(current_);
    }
  }
  if (current_ == chunks_.size()) {
    const std::size_t chunk_size = std::max(kChunkSize, size);
    chunks_.push_back({std::make_unique<values::Value[]>(chunk_size), chunk_size, 0});
  }
  Chunk& chunk = chunks_[current_];
  values::Value* const taken = chunk.values.get() + chunk.used;
  chunk.used += size;
  for (std::size_t i = 0; i < slots; ++i) {
    taken[i].clear();
  }
  return taken;
}

void ValueStack::give_back(std::size_t size) {
  Chunk& chunk = chunks_[current_];
  chunk.used -= size;
  if (chunk.used == 0 && current_ > 0) {
    --current_;
  }
}

}  // namespace jinja
