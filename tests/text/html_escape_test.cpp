#include "text/html_escape.hpp"

#include "text/random_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace text {
namespace {

TEST(HtmlEscape, ReplacesTheFiveSpecialCharacters) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", ""},
      {"plain 中文", "plain 中文"},
      {"&", "&amp;"},
      {"<", "&lt;"},
      {">", "&gt;"},
      {"\"", "&#34;"},
      {"'", "&#39;"},
      {"&amp;", "&amp;amp;"},
      {"<a href=\"x\" title='y'>&</a>",
       "&lt;a href=&#34;x&#34; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;"},
      {"</script><!--", "&lt;/script&gt;&lt;!--"},
      {"a<", "a&lt;"},
      {"<a", "&lt;a"},
      {std::string("a\0<", 3), std::string("a\0&lt;", 6)},
      {"\xFF<", "\xFF&lt;"},
  };
  for (const auto& [text, escaped] : cases) {
    EXPECT_EQ(html_escape(text), escaped) << text;
  }
}

TEST(HtmlEscape, AppendsToWhatIsThere) {
  std::string out = "<p>";
  append_html_escaped(out, "<");
  EXPECT_EQ(out, "<p>&lt;");
}

/// The text that a browser makes of an escaped one.
std::string unescape(std::string html) {
  const std::vector<std::pair<std::string, std::string>> references = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&#34;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
  for (const auto& [reference, character] : references) {
    for (std::size_t at = html.find(reference); at != std::string::npos;
         at = html.find(reference, at + character.size())) {
      html.replace(at, reference.size(), character);
    }
  }
  return html;
}

TEST(HtmlEscape, LosesNothingAndLeavesNoMarkup) {
  RandomText random;
  for (int i = 0; i < 2000; ++i) {
    const std::string text = random.bytes(30) + "<&\"'>";
    const std::string escaped = html_escape(text);

    EXPECT_EQ(escaped.find_first_of("<>\"'"), std::string::npos);
    EXPECT_EQ(unescape(escaped), text);
  }
}

}  // namespace
}  // namespace text
