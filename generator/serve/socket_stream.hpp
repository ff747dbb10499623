#pragma once

#include "serve/request_head.hpp"

#include <httplib.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace serve {

/// How long a connection may stay without a request, and how long a request head, or each part of
/// an answer, may take. Together with the size of a head they bound what a slow client can hold.
inline constexpr std::chrono::seconds kIdleTime{5};
inline constexpr std::chrono::seconds kHeadTime{5};
inline constexpr std::chrono::seconds kWriteTime{5};

/// What came of waiting for a request head.
enum class HeadResult { ready, malformed, too_long, gone };

/// One connection, as the HTTP library reads and writes it. It reads each request head whole, with
/// limits that the library lacks, before the library sees any of it. Every wait ends when
/// `stop_descriptor` becomes readable. It does not own the socket.
class SocketStream : public httplib::Stream {
 public:
  SocketStream(socket_t socket, int stop_descriptor)
      : socket_(socket), stop_descriptor_(stop_descriptor) {}

  /// Waits for the next request head; what follows is read by the library from there.
  HeadResult read_head();

  /// Whether a body follows the head that was read last.
  [[nodiscard]] bool has_body() const { return head_.has_body; }

  /// Sends an answer without the library, for requests that it must not see.
  void refuse(std::string_view status);

  /// Ends the connection so that the client still gets what was sent: closing while bytes wait to
  /// be read would discard it.
  void finish();

  [[nodiscard]] bool is_readable() const override { return read_ < head_.essential.size(); }

  /// Whether the client is still there and takes bytes now or within kWriteTime.
  [[nodiscard]] bool is_writable() const override;

  ssize_t read(char* to, std::size_t size) override;
  ssize_t write(const char* from, std::size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;

  [[nodiscard]] socket_t socket() const override { return socket_; }

 private:
  using Clock = std::chrono::steady_clock;

  /// Waits for `events` (poll(2)) on the socket; false at `end`, at a stop, or when it is gone.
  [[nodiscard]] bool wait_for(short events, Clock::time_point end) const;

  /// Adds what has come to the buffer; false if the client is gone.
  bool receive();

  socket_t socket_;
  int stop_descriptor_;
  std::string received_;  ///< bytes that belong to no head yet
  RequestHead head_;
  std::size_t read_ = 0;  ///< of head_.essential, by the library
};

}  // namespace serve
