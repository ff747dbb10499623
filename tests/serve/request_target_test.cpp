#include "serve/request_target.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace serve {
namespace {

TEST(ParseRequestTarget, DecodesThePathOnceAndKeepsTheQuery) {
  struct Case {
    std::string target, path, query;
  };

  const std::vector<Case> cases = {
      {"/", "/", ""},
      {"/2023/02/08/", "/2023/02/08/", ""},
      {"/?", "/", ""},
      {"/search/?q=a+b&c=%2F", "/search/", "q=a+b&c=%2F"},
      {"/a?raw??", "/a", "raw??"},
      {"/a?b/../c", "/a", "b/../c"},
      {"/authors/%E5%BC%A0%E4%B8%89/", "/authors/张三/", ""},
      {"/authors/张三/?q=张", "/authors/张三/", "q=%E5%BC%A0"},
      {"/%41%62", "/Ab", ""},
      {"/a%20b", "/a b", ""},
      {"/a+b", "/a+b", ""},
      {"//", "//", ""},
      {"/../x", "/../x", ""},
      {"/%2e%2E/x", "/../x", ""},
      {"/%252e%252e/", "/%2e%2e/", ""},
      {"/a%2fb", "/a%2Fb", ""},
      {"/a%2Fb", "/a%2Fb", ""},
      {"/a\\b", "/a\\b", ""},
      {"/a%5cb", "/a\\b", ""},
      {"/a%23b%3Fc", "/a#b?c", ""},
      {"/%C2%85", "/\xC2\x85", ""},
  };
  for (const Case& a_case : cases) {
    const std::optional<RequestTarget> parsed = parse_request_target(a_case.target);
    ASSERT_TRUE(parsed) << a_case.target;
    EXPECT_EQ(parsed->path, a_case.path) << a_case.target;
    EXPECT_EQ(parsed->query, a_case.query) << a_case.target;
  }
}

TEST(ParseRequestTarget, RefusesWhatIsMalformed) {
  const std::vector<std::string> cases = {
      "",
      "*",
      "index.html",
      "?q",
      "http://localhost:8080/",
      "https://evil.example/",
      "localhost:8080",
      "\\",
      "/a#b",
      "/#",
      "/a?b#c",
      "/a b",
      "/a\tb",
      "/a?b c",
      "/a\r\nHost: x",
      std::string("/a\0b", 4),
      "/a%00b",
      "/a%0d%0ab",
      "/a%7f",
      "/%",
      "/%4",
      "/%zz",
      "/%4g",
      "/% 4",
      "/%-1",
      "/%+1",
      "/%0x",
      "/%c0%ae%c0%ae/",  // overlong "."
      "/%c0%af",         // overlong "/"
      "/%e0%80%af",      // overlong "/" in three bytes
      "/%ed%a0%80",      // a surrogate
      "/%f4%90%80%80",   // above U+10FFFF
      "/%ff",
      "/%e5%bc",  // cut off
      "/\xff",
      "/a\x7f",
  };
  for (const std::string& target : cases) {
    EXPECT_FALSE(parse_request_target(target)) << target;
  }
}

}  // namespace
}  // namespace serve
