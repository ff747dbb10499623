#include "text/suggestion.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace text {
namespace {

TEST(Nearest, FindsWhatWasProbablyMeant) {
  const std::vector<std::string_view> names = {"title", "title_zh", "authors", "url", "date"};
  const std::vector<std::pair<std::string_view, std::string_view>> cases = {
      {"title", "title"},  {"titel", "title"},      {"tilte", "title"},    {"itle", "title"},
      {"titles", "title"}, {"titlezh", "title_zh"}, {"autors", "authors"}, {"auhtors", "authors"},
      {"ulr", "url"},      {"uri", "url"},          {"dates", "date"},     {"data", "date"},
      {"abstract", ""},    {"Title", "title"},      {"TITLE", ""},         {"x", ""},
      {"xyz", ""},         {"author", "authors"},   {"publisher", ""},
  };
  for (const auto& [word, expected] : cases) {
    EXPECT_EQ(nearest(word, names), expected) << word;
  }
}

TEST(Nearest, CountsASwapOfNeighboursAsOneChange) {
  const std::vector<std::string_view> names = {"abcd"};
  EXPECT_EQ(nearest("abdc", names), "abcd");
  EXPECT_EQ(nearest("bacd", names), "abcd");
  EXPECT_EQ(nearest("badc", names), "");
}

TEST(Nearest, PrefersTheFirstOfEquals) {
  const std::vector<std::string_view> names = {"cat", "car", "cap"};
  EXPECT_EQ(nearest("cab", names), "cat");
  EXPECT_EQ(nearest("cap", names), "cap");
}

TEST(Nearest, HasAnAnswerWithoutCandidates) {
  EXPECT_EQ(nearest("word", {}), "");
  EXPECT_EQ(nearest("", std::vector<std::string_view>{"title"}), "");
}

TEST(Nearest, DoesNotCompareWhatIsFarTooLong) {
  const std::string endless(50'000'000, 'a');
  EXPECT_EQ(nearest(endless, std::vector<std::string_view>{"title", "authors"}), "");
}

TEST(DidYouMean, IsAQuestionOrNothing) {
  const std::vector<std::string_view> names = {"upper", "lower"};
  EXPECT_EQ(did_you_mean("uper", names), "did you mean \"upper\"?");
  EXPECT_EQ(did_you_mean("length", names), "");
}

}  // namespace
}  // namespace text
