#include "serve/socket_stream.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>

namespace serve {

bool SocketStream::wait_for(short events, Clock::time_point end) const {
  std::array<pollfd, 2> waits = {pollfd{.fd = socket_, .events = events, .revents = 0},
                                 pollfd{.fd = stop_descriptor_, .events = POLLIN, .revents = 0}};
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
  const int ready = ::poll(waits.data(), waits.size(), static_cast<int>(std::max<long>(left, 0)));
  return ready > 0 && (waits[0].revents & events) != 0 && waits[1].revents == 0;
}

bool SocketStream::receive() {
  std::array<char, 4096> buffer{};
  const ssize_t size = ::recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
  if (size <= 0) {
    return false;
  }
  received_.append(buffer.data(), static_cast<std::size_t>(size));
  return true;
}

HeadResult SocketStream::read_head() {
  read_ = 0;
  head_ = {};
  Clock::time_point end = Clock::now() + (received_.empty() ? kIdleTime : kHeadTime);
  std::size_t size = head_size(received_);
  while (size == 0 && received_.size() <= kMaxHeadSize) {
    const bool is_first = received_.empty();
    if (!wait_for(POLLIN, end) || !receive()) {
      return HeadResult::gone;
    }
    if (is_first) {
      end = Clock::now() + kHeadTime;
    }
    size = head_size(received_);
  }
  if (size == 0 || size > kMaxHeadSize) {
    return HeadResult::too_long;
  }
  head_ = read_request_head(std::string_view(received_).substr(0, size));
  received_.erase(0, size);
  return head_.well_formed ? HeadResult::ready : HeadResult::malformed;
}

void SocketStream::refuse(std::string_view status) {
  const std::string answer = "HTTP/1.1 " + std::string(status) +
                             "\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8"
                             "\r\nX-Content-Type-Options: nosniff\r\nContent-Length: " +
                             std::to_string(status.size() + 1) + "\r\n\r\n" + std::string(status) +
                             "\n";
  write(answer.data(), answer.size());
}

void SocketStream::finish() {
  constexpr std::size_t kMaxLeftover = 262144;
  ::shutdown(socket_, SHUT_WR);
  const Clock::time_point end = Clock::now() + std::chrono::milliseconds(500);
  for (std::size_t discarded = 0; discarded < kMaxLeftover; discarded += received_.size()) {
    received_.clear();
    if (!wait_for(POLLIN, end) || !receive()) {
      return;
    }
  }
}

bool SocketStream::is_writable() const {
  pollfd client{.fd = socket_, .events = POLLRDHUP, .revents = 0};
  const bool left = ::poll(&client, 1, 0) > 0;
  return !left && wait_for(POLLOUT, Clock::now() + kWriteTime);
}

ssize_t SocketStream::read(char* to, std::size_t size) {
  const std::size_t count = std::min(size, head_.essential.size() - read_);
  std::memcpy(to, head_.essential.data() + read_, count);
  read_ += count;
  return static_cast<ssize_t>(count);
}

ssize_t SocketStream::write(const char* from, std::size_t size) {
  if (!wait_for(POLLOUT, Clock::now() + kWriteTime)) {
    return -1;
  }
  return ::send(socket_, from, size, MSG_NOSIGNAL | MSG_DONTWAIT);
}

// The library makes headers of these, which nobody reads.
void SocketStream::get_remote_ip_and_port(std::string& ip, int& port) const {
  ip.clear();
  port = 0;
}

void SocketStream::get_local_ip_and_port(std::string& ip, int& port) const {
  ip.clear();
  port = 0;
}

}  // namespace serve
