#include "serve/socket_stream.hpp"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <string>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace serve {
namespace {

/// A stream, and the client at its other end.
class SocketStreamTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, sockets_.data()), 0);
    stop_ = ::eventfd(0, 0);
  }

  void TearDown() override {
    hang_up();
    ::close(sockets_[0]);
    ::close(stop_);
  }

  void send(const std::string& bytes) const {
    ASSERT_EQ(::send(sockets_[1], bytes.data(), bytes.size(), 0),
              static_cast<ssize_t>(bytes.size()));
  }

  [[nodiscard]] std::string received() const {
    std::array<char, 4096> buffer{};
    const ssize_t size = ::recv(sockets_[1], buffer.data(), buffer.size(), MSG_DONTWAIT);
    return size > 0 ? std::string(buffer.data(), static_cast<std::size_t>(size)) : "";
  }

  void hang_up() {
    if (sockets_[1] >= 0) {
      ::close(sockets_[1]);
      sockets_[1] = -1;
    }
  }

  [[nodiscard]] SocketStream stream() const { return {sockets_[0], stop_}; }

  std::array<int, 2> sockets_ = {-1, -1};
  int stop_ = -1;
};

std::string read_all(SocketStream& stream) {
  std::string all;
  std::array<char, 7> buffer{};
  while (stream.is_readable()) {
    const ssize_t size = stream.read(buffer.data(), buffer.size());
    all.append(buffer.data(), static_cast<std::size_t>(size));
  }
  return all;
}

TEST_F(SocketStreamTest, GivesOneHeadAfterTheOther) {
  SocketStream stream = this->stream();
  send("GET /a HTTP/1.1\r\nHost: x\r\nRange: y\r\n\r\nGET /b HTTP/1.1\r\n\r\n");

  ASSERT_EQ(stream.read_head(), HeadResult::ready);
  EXPECT_EQ(read_all(stream), "GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
  ASSERT_EQ(stream.read_head(), HeadResult::ready);
  EXPECT_EQ(read_all(stream), "GET /b HTTP/1.1\r\n\r\n");
}

TEST_F(SocketStreamTest, StopsReadingAHeadThatHasNoEnd) {
  SocketStream stream = this->stream();
  send("GET / HTTP/1.1\r\nA: " + std::string(kMaxHeadSize, 'a'));

  EXPECT_EQ(stream.read_head(), HeadResult::too_long);
}

TEST_F(SocketStreamTest, RefusesALongHeadThatHasAnEnd) {
  SocketStream stream = this->stream();
  send("GET / HTTP/1.1\r\nA: " + std::string(kMaxHeadSize, 'a') + "\r\n\r\n");

  EXPECT_EQ(stream.read_head(), HeadResult::too_long);
}

TEST_F(SocketStreamTest, KnowsMalformedHeads) {
  SocketStream stream = this->stream();
  send("garbage\n\n");

  EXPECT_EQ(stream.read_head(), HeadResult::malformed);
  EXPECT_FALSE(stream.is_readable());
}

TEST_F(SocketStreamTest, KnowsWhenTheClientIsGone) {
  SocketStream stream = this->stream();
  EXPECT_TRUE(stream.is_writable());

  hang_up();

  EXPECT_EQ(stream.read_head(), HeadResult::gone);
  EXPECT_FALSE(stream.is_writable());
  EXPECT_LT(stream.write("a", 1), 0);
}

TEST_F(SocketStreamTest, DoesNotWaitOnceItMustStop) {
  SocketStream stream = this->stream();
  ::eventfd_write(stop_, 1);
  const auto start = std::chrono::steady_clock::now();

  EXPECT_EQ(stream.read_head(), HeadResult::gone);
  EXPECT_FALSE(stream.is_writable());
  stream.finish();

  EXPECT_LT(std::chrono::steady_clock::now() - start, kIdleTime);
}

TEST_F(SocketStreamTest, RefusesWithAWholeAnswer) {
  SocketStream stream = this->stream();

  stream.refuse("400 Bad Request");

  EXPECT_EQ(received(),
            "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n"
            "Content-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\n"
            "Content-Length: 16\r\n\r\n400 Bad Request\n");
}

}  // namespace
}  // namespace serve
