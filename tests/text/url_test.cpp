#include "text/url.hpp"

#include "text/random_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace text {
namespace {

TEST(PercentEncodePath, KeepsWhatAPathMayHold) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", ""},
      {"/2023/02/08/", "/2023/02/08/"},
      {"/a-b._~!$&'()*+,;=:@", "/a-b._~!$&'()*+,;=:@"},
      {"/张三/", "/%E5%BC%A0%E4%B8%89/"},
      {"/a b?c#d%e", "/a%20b%3Fc%23d%25e"},
      {"\"<>\\^`{|}[]", "%22%3C%3E%5C%5E%60%7B%7C%7D%5B%5D"},
      {std::string("\0\n\x7F\xFF", 4), "%00%0A%7F%FF"},
  };
  for (const auto& [path, encoded] : cases) {
    EXPECT_EQ(percent_encode_path(path), encoded);
  }
}

TEST(PercentDecode, LeavesWhatIsNoEscape) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", ""},           {"a+b", "a+b"}, {"%41%6a%6A", "Ajj"}, {"%E4%B8%AD", "中"},
      {"%2525", "%25"},   {"%", "%"},     {"%4", "%4"},         {"%zz", "%zz"},
      {"%4g%41", "%4gA"}, {"%%41", "%A"}, {"100%", "100%"},
  };
  for (const auto& [encoded, decoded] : cases) {
    EXPECT_EQ(percent_decode(encoded), decoded) << encoded;
  }
}

TEST(PercentDecode, IsTheReverseOfEncoding) {
  RandomText random;
  for (int i = 0; i < 2000; ++i) {
    const std::string path = random.bytes(30);
    const std::string encoded = percent_encode_path(path);

    EXPECT_EQ(percent_decode(encoded), path);
    EXPECT_TRUE(std::ranges::all_of(encoded, [](char c) { return c > 0x20 && c < 0x7F; }));
    EXPECT_EQ(encoded.find_first_of("\"<>?#\\`"), std::string::npos);
  }
}

TEST(IsWebUrl, AcceptsHttpAndHttpsOnly) {
  for (const char* url : {"http://a", "https://arxiv.org/abs/2302.02801", "HTTPS://A.ORG",
                          "https://a.org:8080/x?y=z#w", "https://a.org/中文", "http://[::1]/",
                          "https://a.org/(x)'y'"}) {
    EXPECT_TRUE(is_web_url(url)) << url;
  }
  for (const char* url : {"",
                          "a",
                          "arxiv.org/abs/1",
                          "//arxiv.org",
                          "/abs/1",
                          "javascript:alert(1)",
                          "javascript://a.org/%0aalert(1)",
                          "JaVaScRiPt:alert(1)",
                          "data:text/html,x",
                          "vbscript:x",
                          "file:///etc/passwd",
                          "ftp://a.org",
                          "mailto:a@b.c",
                          "http:",
                          "http:/a",
                          "http://",
                          "https://",
                          "http:///a",
                          "http://?a",
                          "http://#a",
                          "http://:80",
                          "http://@a",
                          " http://a",
                          "http://a b",
                          "http://a\tb",
                          "http://a\n",
                          "java\nscript:x",
                          "http://a\"b",
                          "http://a<b",
                          "http://a>b",
                          "http://a\\b",
                          "http://a`b",
                          "httpx://a",
                          "https//a",
                          "http://a\x7F"}) {
    EXPECT_FALSE(is_web_url(url)) << url;
  }
  EXPECT_FALSE(is_web_url(std::string_view("http://a\0b", 10)));
}

TEST(SplitBaseUrl, SeparatesOriginAndPath) {
  struct Case {
    std::string url, origin, path;
  };

  const std::vector<Case> cases = {
      {"", "", ""},
      {"/", "", ""},
      {"/papers/", "", "/papers"},
      {"https://example.org", "https://example.org", ""},
      {"https://example.org/", "https://example.org", ""},
      {"https://example.org//", "https://example.org", ""},
      {"https://example.org/papers", "https://example.org", "/papers"},
      {"https://example.org/papers/", "https://example.org", "/papers"},
      {"https://example.org:8080/a/b/", "https://example.org:8080", "/a/b"},
      {"HTTP://example.org/a", "HTTP://example.org", "/a"},
  };
  for (const Case& a_case : cases) {
    const BaseUrl split = split_base_url(a_case.url);
    EXPECT_EQ(split.origin, a_case.origin) << a_case.url;
    EXPECT_EQ(split.path, a_case.path) << a_case.url;
  }
}

}  // namespace
}  // namespace text
