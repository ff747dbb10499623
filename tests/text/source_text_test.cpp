#include "text/source_text.hpp"

#include "text/random_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace text {
namespace {

TEST(SourceText, KnowsItsLines) {
  struct Case {
    std::string bytes;
    std::vector<std::string> lines;
  };

  const std::vector<Case> cases = {
      {"", {}},
      {"a", {"a"}},
      {"a\n", {"a"}},
      {"\n", {""}},
      {"a\nb", {"a", "b"}},
      {"a\n\nb\n\n", {"a", "", "b", ""}},
      {"a\r\nb\r\n", {"a", "b"}},
      {"a\r\n\r\n", {"a", ""}},
      {"a\rb\n", {"a\rb"}},
      {"a\r", {"a\r"}},
      {"a\r\r\n", {"a\r"}},
      {std::string("a\0b\nc", 5), {std::string("a\0b", 3), "c"}},
      {"\xEF\xBB\xBF"
       "a\n",
       {"\xEF\xBB\xBF"
        "a"}},
      {"a\xE2\x80\xA8"
       "b",
       {"a\xE2\x80\xA8"
        "b"}},
  };
  for (const Case& a_case : cases) {
    const SourceText source("a.txt", a_case.bytes);

    ASSERT_EQ(source.line_count(), a_case.lines.size()) << a_case.bytes;
    for (std::size_t i = 0; i < a_case.lines.size(); ++i) {
      EXPECT_EQ(source.line(i + 1), a_case.lines[i]) << a_case.bytes;
    }
    EXPECT_EQ(source.line(0), "");
    EXPECT_EQ(source.line(a_case.lines.size() + 1), "");
    EXPECT_EQ(source.bytes(), a_case.bytes);
    EXPECT_EQ(source.path(), "a.txt");
  }
}

TEST(SourceText, KnowsThePlaceOfEachByte) {
  const SourceText source("a.txt", "ab\n\n中c\r\nd");
  const std::vector<std::pair<int, int>> places = {{1, 1}, {1, 2}, {1, 3}, {2, 1}, {3, 1}, {3, 2},
                                                   {3, 3}, {3, 4}, {3, 5}, {3, 6}, {4, 1}, {4, 2}};

  for (std::size_t offset = 0; offset < places.size(); ++offset) {
    EXPECT_EQ(source.place_of(offset).line, places[offset].first) << offset;
    EXPECT_EQ(source.place_of(offset).column, places[offset].second) << offset;
  }
  EXPECT_EQ(source.place_of(1000).line, 4);
  EXPECT_EQ(source.place_of(1000).column, 2);
}

TEST(SourceText, PlacesTheEndOfAnEmptyTextAtItsStart) {
  const SourceText source("a.txt", "");
  EXPECT_EQ(source.place_of(0).line, 1);
  EXPECT_EQ(source.place_of(5).column, 1);
}

TEST(SourceText, FindsEachLineWhereItSaysItBegins) {
  RandomText random;
  for (int i = 0; i < 500; ++i) {
    const SourceText source("a.txt", random.bytes(60));
    for (std::size_t number = 1; number <= source.line_count(); ++number) {
      const std::size_t start = source.line_start(number);
      EXPECT_EQ(source.bytes().substr(start, source.line(number).size()), source.line(number));
      EXPECT_EQ(source.place_of(start).line, static_cast<int>(number));
      EXPECT_EQ(source.place_of(start).column, 1);
    }
  }
}

}  // namespace
}  // namespace text
