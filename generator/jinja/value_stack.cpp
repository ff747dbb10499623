#include "jinja/value_stack.hpp"

#include <algorithm>

namespace jinja {

namespace {

/// Enough for a layout, its blocks and a macro or two; deeper pages take more chunks.
constexpr std::size_t kChunkSize = 256;

}  // namespace

void ValueStack::add_room(std::size_t size) {
  if (!chunks_.empty()) {
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
}

void ValueStack::clear() {
  for (const Chunk& chunk : chunks_) {
    for (std::size_t i = 0; i < chunk.size; ++i) {
      chunk.values[i].clear();
    }
  }
}

}  // namespace jinja
