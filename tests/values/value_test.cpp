#include "values/value.hpp"

#include <gtest/gtest.h>

#include <array>

namespace {

using values::Kind;
using values::Value;

struct Point {
  int x = 0;
};

constexpr auto kPointFields = std::to_array<values::RecordField>({
    {"x", [](const void* point,
             const void*) { return Value::integer(static_cast<const Point*>(point)->x); }},
    {"scaled",
     [](const void* point, const void* scale) {
       return Value::integer(static_cast<const Point*>(point)->x * *static_cast<const int*>(scale));
     }},
});
const values::RecordType kPointType = {.name = "point", .fields = kPointFields};

TEST(Value, IsUndefinedByDefault) {
  EXPECT_TRUE(Value().is_undefined());
  EXPECT_FALSE(Value::none().is_undefined());
}

TEST(Value, ViewsARecordThroughItsFields) {
  Point point{3};
  const int scale = 10;
  const Value value = Value::record(kPointType, &point, &scale);

  EXPECT_EQ(value.kind(), Kind::map);
  EXPECT_EQ(value.member("scaled").as_integer(), 30);
  EXPECT_TRUE(value.member("y").is_undefined());
  point.x = 4;
  EXPECT_EQ(value.member("x").as_integer(), 4) << "a view, not a copy";
}

TEST(Value, KeepsItsTextWhenItOwnsIt) {
  Value value;
  {
    const std::string text = "a text that is longer than any short-string buffer";
    value = Value::text(text, values::Safety::trusted);
  }
  const Value copy = value;

  EXPECT_EQ(copy.as_text(), "a text that is longer than any short-string buffer");
  EXPECT_TRUE(copy.is_trusted());
  EXPECT_EQ(copy.as_text().data(), value.as_text().data()) << "a copy shares the text";
}

TEST(Value, AnswersForOtherKindsWithTheFallback) {
  EXPECT_EQ(Value::view("3").as_integer(7), 7);
  EXPECT_EQ(Value::integer(3).as_real(), 3.0);
  EXPECT_EQ(Value::integer(3).as_text(), "");
  EXPECT_TRUE(Value::list({}).at(0).is_undefined());
}

TEST(Map, KeepsItsOrderAndReplacesInPlace) {
  values::Map map;
  map.set("b", Value::integer(1));
  map.set("a", Value::integer(2));
  map.set("b", Value::integer(3));

  ASSERT_EQ(map.members().size(), 2U);
  EXPECT_EQ(map.members()[0].first, "b");
  EXPECT_EQ(map.find("b")->as_integer(), 3);
  EXPECT_EQ(map.find("c"), nullptr);
}

}  // namespace
