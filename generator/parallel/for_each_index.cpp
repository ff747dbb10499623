#include "parallel/for_each_index.hpp"

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>

namespace parallel {

unsigned available_threads() {
  return static_cast<unsigned>(oneapi::tbb::info::default_concurrency());
}

void for_each_index(std::size_t count, unsigned threads,
                    const std::function<void(std::size_t)>& body) {
  if (threads == 1 || count < 2) {
    for (std::size_t i = 0; i < count; ++i) {
      body(i);
    }
    return;
  }
  // More threads than cores would only take turns, and oneTBB's debug library warns of them.
  const unsigned useful =
      threads == 0 ? available_threads() : std::min(threads, available_threads());
  oneapi::tbb::task_arena arena(static_cast<int>(useful));
  arena.execute([&] {
    oneapi::tbb::parallel_for(oneapi::tbb::blocked_range<std::size_t>(0, count),
                              [&](const oneapi::tbb::blocked_range<std::size_t>& range) {
                                for (std::size_t i = range.begin(); i < range.end(); ++i) {
                                  body(i);
                                }
                              });
  });
}

}  // namespace parallel
