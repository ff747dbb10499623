#include "serve/connection_threads.hpp"

#include <utility>

namespace serve {

void ConnectionThreads::enqueue(std::function<void()> connection) {
  {
    const std::scoped_lock lock(mutex_);
    waiting_.push(std::move(connection));
    if (waiting_.size() > idle_ && threads_.size() < kMaxConnections) {
      threads_.emplace_back([this] { serve_connections(); });
    }
  }
  changed_.notify_one();
}

void ConnectionThreads::end_threads() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  // Only the thread that accepts connections adds threads, and it is this one.
  threads_.clear();
}

void ConnectionThreads::serve_connections() {
  std::unique_lock lock(mutex_);
  for (;;) {
    ++idle_;
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    --idle_;
    if (waiting_.empty()) {
      return;
    }
    const std::function<void()> connection = std::move(waiting_.front());
    waiting_.pop();
    lock.unlock();
    connection();
    lock.lock();
  }
}

}  // namespace serve
