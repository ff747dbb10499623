#include "serve/request_head.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace serve {
namespace {

TEST(RequestHead, EndsAtTheFirstEmptyLine) {
  EXPECT_EQ(head_size(""), 0U);
  EXPECT_EQ(head_size("GET / HTTP/1.1\r\n"), 0U);
  EXPECT_EQ(head_size("GET / HTTP/1.1\r\n\r"), 0U);
  EXPECT_EQ(head_size("GET / HTTP/1.1\r\n\r\n"), 18U);
  EXPECT_EQ(head_size("GET / HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n"), 18U);
  EXPECT_EQ(head_size("GET / HTTP/1.1\n\nrest"), 16U);
  EXPECT_EQ(head_size("GET / HTTP/1.1\nA: b\n\r\n"), 22U);
}

TEST(RequestHead, KeepsOnlyWhatThePreviewAsksFor) {
  const RequestHead head = read_request_head(
      "GET /a HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-,0-,0-\r\nORIGIN: x\r\n"
      "Accept-Encoding: br\r\nExpect: 100-continue\r\nConnection: close\r\nCookie: a=b\r\n"
      "Last-Event-ID: 7\r\nX-Empty:\r\n\r\n");

  EXPECT_TRUE(head.well_formed);
  EXPECT_FALSE(head.has_body);
  EXPECT_EQ(head.essential,
            "GET /a HTTP/1.1\r\nHost: localhost\r\nORIGIN: x\r\nConnection: close\r\n"
            "Last-Event-ID: 7\r\n\r\n");
}

TEST(RequestHead, KnowsWhetherABodyFollows) {
  const auto has_body = [](const std::string& header) {
    return read_request_head("GET / HTTP/1.1\r\n" + header + "\r\n\r\n").has_body;
  };
  EXPECT_FALSE(has_body("Host: a"));
  EXPECT_FALSE(has_body("Content-Length: 0"));
  EXPECT_TRUE(has_body("content-length: 1"));
  EXPECT_TRUE(has_body("Content-Length: 00"));
  EXPECT_TRUE(has_body("Transfer-Encoding: chunked"));
  EXPECT_TRUE(has_body("Content-Length: 0\r\nContent-Length: 5"));
}

TEST(RequestHead, RefusesWhatIsMalformed) {
  const std::vector<std::string> cases = {
      "\r\n",
      "GET / HTTP/1.1\n\n",
      "GET / HTTP/1.1\nHost: a\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\n\r\n",
      "GET / HTTP/1.1\r\nHost\r\n\r\n",
      "GET / HTTP/1.1\r\n: a\r\n\r\n",
      "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
      "GET / HTTP/1.1\r\n Host: a\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\n continued\r\n\r\n",
      "GET / HTTP/1.1\r\nHo st: a\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n",
      std::string("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 29),
      "GET / HTTP/1.1\r\nHost: a\x7f\r\n\r\n",
      "GET /\x01 HTTP/1.1\r\nHost: a\r\n\r\n",
  };
  for (const std::string& head : cases) {
    EXPECT_FALSE(read_request_head(head).well_formed) << head;
  }
}

}  // namespace
}  // namespace serve
