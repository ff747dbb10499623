#include "text/json_escape.hpp"

#include "text/random_text.hpp"
#include "text/utf8.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace text {
namespace {

std::string json(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

TEST(AppendJsonString, EscapesWhatJsonForbids) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", R"("")"},
      {"a/b", R"("a/b")"},
      {"\"\\", R"("\"\\")"},
      {"\n\r\t", R"("\n\r\t")"},
      {std::string("\0\x01\x1F", 3), R"("\u0000\u0001\u001f")"},
      {"\b\f\x7F", "\"\\u0008\\u000c\x7F\""},
      {"中文 é 😀", "\"中文 é 😀\""},
      {"\xE2\x80\xA8\xE2\x80\xA9", R"("\u2028\u2029")"},
      {"a\xFFz", "\"a\xEF\xBF\xBDz\""},
      {"\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
      {"</script>", R"("</script>")"},
  };
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(json(text), expected);
  }
}

TEST(AppendJsonString, AppendsToWhatIsThere) {
  std::string out = "[";
  append_json_string(out, "a");
  EXPECT_EQ(out, "[\"a\"");
}

TEST(AppendJsonString, MakesOneValidStringOfAnyBytes) {
  RandomText random;
  for (int i = 0; i < 2000; ++i) {
    const std::string escaped = json(random.bytes(30));
    const std::string_view inside = std::string_view(escaped).substr(1, escaped.size() - 2);

    EXPECT_FALSE(first_malformed(escaped));
    EXPECT_TRUE(std::ranges::none_of(escaped, [](char c) { return c >= 0 && c < 0x20; }));
    for (std::size_t at = 0; at < inside.size(); ++at) {
      EXPECT_NE(inside[at], '"');
      at += inside[at] == '\\' ? 1U : 0U;
    }
  }
}

}  // namespace
}  // namespace text
