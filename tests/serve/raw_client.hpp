#pragma once

#include <arpa/inet.h>
#include <array>
#include <chrono>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace serve {

/// A client that sends any bytes it is told to, over a socket to this machine.
class RawClient {
 public:
  explicit RawClient(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ =
        ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
  }

  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;
  RawClient(RawClient&&) = delete;
  RawClient& operator=(RawClient&&) = delete;

  ~RawClient() { ::close(socket_); }

  [[nodiscard]] bool connected() const { return connected_; }

  void send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t size = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (size <= 0) {
        return;
      }
      bytes.remove_prefix(static_cast<std::size_t>(size));
    }
  }

  /// What comes up to `end` and with it; all that came if the server closes before, or too much
  /// time goes by. What came behind `end` is for the next call.
  [[nodiscard]] std::string receive_until(std::string_view end) {
    const auto latest = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (received_.find(end) == std::string::npos && std::chrono::steady_clock::now() < latest) {
      pollfd wait{.fd = socket_, .events = POLLIN, .revents = 0};
      std::array<char, 4096> buffer{};
      if (::poll(&wait, 1, 200) > 0) {
        const ssize_t size = ::recv(socket_, buffer.data(), buffer.size(), 0);
        if (size <= 0) {
          return std::exchange(received_, {});
        }
        received_.append(buffer.data(), static_cast<std::size_t>(size));
      }
    }
    const std::size_t found = received_.find(end);
    const std::size_t size = found == std::string::npos ? received_.size() : found + end.size();
    const std::string answer = received_.substr(0, size);
    received_.erase(0, size);
    return answer;
  }

  /// Everything that comes until the server closes.
  [[nodiscard]] std::string receive_all() { return receive_until("\r\n\r\n\r\n\r\n\r\n"); }

 private:
  int socket_;
  std::string received_;
  bool connected_ = false;
};

/// The whole answer to `request`, over a connection of its own.
inline std::string answer_to(int port, std::string_view request) {
  RawClient client(port);
  client.send(request);
  return client.receive_all();
}

/// GET, with a right Host, on a connection that is closed afterwards.
inline std::string get_request(int port, const std::string& target) {
  return "GET " + target + " HTTP/1.1\r\nHost: localhost:" + std::to_string(port) +
         "\r\nConnection: close\r\n\r\n";
}

}  // namespace serve
