#include "serve/own_address.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace serve {
namespace {

struct HostCase {
  std::string listening;
  int port;
  std::string header;
  bool own;
};

TEST(OwnAddress, AcceptsItsOwnHostsOnly) {
  const std::string local = "127.0.0.1";
  const std::vector<HostCase> cases = {
      {local, 8080, "127.0.0.1:8080", true},
      {local, 8080, "localhost:8080", true},
      {local, 8080, "LocalHost:8080", true},
      {local, 8080, "[::1]:8080", true},
      {local, 80, "localhost", true},
      {local, 80, "localhost:80", true},
      {local, 8080, "localhost", false},
      {local, 8080, "localhost:8081", false},
      {local, 8080, "localhost:08080", true},
      {local, 8080, "localhost:+8080", false},
      {local, 8080, "localhost:-8080", false},
      {local, 8080, "localhost:8080x", false},
      {local, 8080, "localhost:", false},
      {local, 8080, "localhost:8080:8080", false},
      {local, 8080, "localhost:99999999999999999999", false},
      {local, 8080, "", false},
      {local, 8080, ":8080", false},
      {local, 8080, "[]:8080", false},
      {local, 8080, "[::1:8080", false},
      {local, 8080, "[::1]8080", false},
      {local, 8080, "::1:8080", false},
      {local, 8080, "[localhost]:8080", false},
      {local, 8080, "localhost.:8080", false},
      {local, 8080, "localhost.evil.example:8080", false},
      {local, 8080, "evil.example:8080", false},
      {local, 8080, "127.0.0.1.evil.example:8080", false},
      {local, 8080, "user@localhost:8080", false},
      {local, 8080, "localhost:8080/", false},
      {local, 8080, "localhost :8080", false},
      {local, 8080, std::string("localhost\0:8080", 15), false},
      {local, 8080, "192.168.1.5:8080", false},
      {"192.168.1.5", 8080, "192.168.1.5:8080", true},
      {"192.168.1.5", 8080, "192.168.1.6:8080", false},
      {"My-Laptop.local", 8080, "my-laptop.local:8080", true},
      {"fe80::1", 8080, "[fe80::1]:8080", true},
      {"[fe80::1]", 8080, "[FE80::1]:8080", true},
      {"0.0.0.0", 8080, "192.168.1.5:8080", true},
      {"0.0.0.0", 8080, "[fe80::1]:8080", true},
      {"::", 8080, "10.0.0.1:8080", true},
      {"0.0.0.0", 8080, "evil.example:8080", false},
      {"0.0.0.0", 8080, "1.2.3.4.evil.example:8080", false},
  };
  for (const HostCase& a_case : cases) {
    EXPECT_EQ(is_own_host({.host = a_case.listening, .port = a_case.port}, a_case.header),
              a_case.own)
        << a_case.header << " at " << a_case.listening;
  }
}

TEST(OwnAddress, AcceptsItsOwnOriginsOnly) {
  const OwnAddress own{.host = "127.0.0.1", .port = 8080};
  EXPECT_TRUE(is_own_origin(own, "http://127.0.0.1:8080"));
  EXPECT_TRUE(is_own_origin(own, "http://localhost:8080"));
  for (const char* foreign :
       {"", "null", "https://localhost:8080", "http://localhost", "http://localhost:8080/",
        "http://evil.example", "http://evil.example:8080", "localhost:8080", "file://"}) {
    EXPECT_FALSE(is_own_origin(own, foreign)) << foreign;
  }
}

TEST(OwnAddress, KnowsWhatStaysOnThisMachine) {
  for (const char* host : {"127.0.0.1", "127.8.9.1", "localhost", "LOCALHOST", "::1", "[::1]"}) {
    EXPECT_TRUE(is_loopback(host)) << host;
  }
  for (const char* host : {"", "0.0.0.0", "::", "192.168.1.5", "127.example.org", "fe80::1"}) {
    EXPECT_FALSE(is_loopback(host)) << host;
  }
}

TEST(OwnAddress, IsShownAsABrowserOpensIt) {
  EXPECT_EQ(origin_of({.host = "127.0.0.1", .port = 8080}), "http://127.0.0.1:8080");
  EXPECT_EQ(origin_of({.host = "localhost", .port = 80}), "http://localhost");
  EXPECT_EQ(origin_of({.host = "::1", .port = 1}), "http://[::1]:1");
  EXPECT_EQ(origin_of({.host = "[::1]", .port = 1}), "http://[::1]:1");
  EXPECT_EQ(origin_of({.host = "0.0.0.0", .port = 1}), "http://127.0.0.1:1");
}

}  // namespace
}  // namespace serve
