#include "values/json.hpp"

#include <gtest/gtest.h>

namespace {

using values::Kind;

TEST(ParseJson, GivesEveryKind) {
  const text::SourceText source(
      "a.json", R"({"b": [1, -2, 1.5, "文", true, null], "a": {}, "big": 18446744073709551615})");

  const auto value = values::parse_json(source);

  ASSERT_TRUE(value.has_value());
  EXPECT_EQ(value->member_name(0), "b");
  EXPECT_EQ(value->member_name(1), "a");
  const values::Value list = value->member("b");
  EXPECT_EQ(list.at(1).as_integer(), -2);
  EXPECT_EQ(list.at(2).as_real(), 1.5);
  EXPECT_EQ(list.at(3).as_text(), "文");
  EXPECT_TRUE(list.at(4).as_boolean());
  EXPECT_TRUE(list.at(5).is_none());
  EXPECT_EQ(value->member("big").kind(), Kind::real);
}

TEST(ParseJson, RefusesWhatIsNoJson) {
  for (const char* json : {"", "{", "{'a': 1}", "[1,]", "nul", "\"\xFF\""}) {
    const auto value = values::parse_json(text::SourceText("a.json", json));
    ASSERT_FALSE(value.has_value()) << json;
    EXPECT_EQ(value.error().code, "values/bad-json");
  }
}

}  // namespace
