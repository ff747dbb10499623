#pragma once

#include <httplib.h>

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

namespace serve {

/// Connections served at once. A browser holds up to six and each open tab one more; the rest is
/// room for clients that are slow on purpose, each of which its time limits end.
inline constexpr std::size_t kMaxConnections = 512;

/// A thread for each connection, made when it is needed. A fixed pool would be full with the first
/// eight idle connections.
class ConnectionThreads : public httplib::TaskQueue {
 public:
  ConnectionThreads() = default;
  ConnectionThreads(const ConnectionThreads&) = delete;
  ConnectionThreads& operator=(const ConnectionThreads&) = delete;
  ConnectionThreads(ConnectionThreads&&) = delete;
  ConnectionThreads& operator=(ConnectionThreads&&) = delete;

  ~ConnectionThreads() override { end_threads(); }

  void enqueue(std::function<void()> connection) override;

  /// Serves what waits, then ends every thread.
  void shutdown() override { end_threads(); }

 private:
  void end_threads();
  void serve_connections();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::queue<std::function<void()>> waiting_;
  std::size_t idle_ = 0;
  bool stopping_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace serve
