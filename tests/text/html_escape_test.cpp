#include "text/html_escape.hpp"

#include "text/html_special.hpp"
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

constexpr std::string_view kSpecialCharacters = "&<>\"'";

using Find = std::size_t (*)(std::string_view utf8, std::size_t start);

/// Texts of this size and with this start, in memory that ends with the text, so that a sanitizer
/// sees a read behind it.
void expect_found_everywhere(Find find, std::size_t size, std::size_t start) {
  const std::vector<char> plain(size, 'x');
  EXPECT_EQ(find({plain.data(), size}, start), size) << size << " from " << start;
  for (std::size_t place = 0; place < size; ++place) {
    for (const char special : kSpecialCharacters) {
      std::vector<char> text = plain;
      text[place] = special;
      // One that comes later, or that stands before the start, does not count.
      text.back() = special;
      const std::size_t expected = place < start ? size - 1 : place;
      EXPECT_EQ(find({text.data(), size}, start), start < size ? expected : size)
          << special << " at " << place << " of " << size << " from " << start;
    }
  }
}

class FindHtmlSpecial : public testing::TestWithParam<Find> {};

TEST_P(FindHtmlSpecial, FindsEachOneAtEveryPlaceOfEveryLength) {
  for (std::size_t size = 0; size <= 64; ++size) {
    for (std::size_t start = 0; start <= size; ++start) {
      expect_found_everywhere(GetParam(), size, start);
    }
  }
}

TEST_P(FindHtmlSpecial, TakesNoOtherByteForASpecialOne) {
  for (int byte = 0; byte <= 0xFF; ++byte) {
    for (const std::size_t size : {1U, 3U, 7U, 15U, 16U, 17U}) {
      const std::string text(size, static_cast<char>(byte));
      const bool special = kSpecialCharacters.find(text[0]) != std::string_view::npos;
      EXPECT_EQ(GetParam()(text, 0), special ? 0U : size) << byte;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(BothWays, FindHtmlSpecial,
                         testing::Values(find_html_special, find_html_special_bytewise),
                         [](const auto& way) {
                           return way.param == &find_html_special ? "ByBlocks" : "ByBytes";
                         });

TEST(HtmlEscape, EscapesAtEveryPlaceOfEveryLength) {
  for (std::size_t size = 1; size <= 64; ++size) {
    for (std::size_t place = 0; place < size; ++place) {
      std::string text(size, 'x');
      text[place] = '&';
      EXPECT_EQ(html_escape(text),
                std::string(place, 'x') + "&amp;" + std::string(size - place - 1, 'x'));
    }
  }
}

TEST(HtmlEscape, WritesWhatItAppendsAndNoFurtherThanThereIsRoom) {
  for (const char special : {'x', '&', '"'}) {
    for (std::size_t size = 0; size <= 64; ++size) {
      std::string text(size, special);
      text.append(size % 5, '\'').append(size % 3, 'y');
      const std::size_t room = max_html_escaped_size(text.size());
      std::string written(room + 1, '#');

      const char* const end = write_html_escaped(written.data(), text);

      EXPECT_EQ(std::string_view(written.data(), static_cast<std::size_t>(end - written.data())),
                html_escape(text));
      EXPECT_EQ(written.back(), '#');
    }
  }
}

}  // namespace
}  // namespace text
