#pragma once

#include <cstddef>
#include <functional>

namespace parallel {

/// How many threads this machine can run at once; at least 1.
[[nodiscard]] unsigned available_threads();

/// Calls `body(i)` once for every i below `count`, on at most `threads` threads (0: as many as the
/// machine has), in any order. Bodies must only touch what belongs to index i, so the result is
/// the same for any number of threads. Returns when all are done; an exception of a body is thrown
/// again.
void for_each_index(std::size_t count, unsigned threads,
                    const std::function<void(std::size_t)>& body);

}  // namespace parallel
