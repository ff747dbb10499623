#include "values/value_operators.hpp"

#include <gtest/gtest.h>

namespace {

using values::Value;

Value list(values::List items) {
  return Value::list(std::move(items));
}

TEST(IsTrue, FollowsJinja) {
  EXPECT_FALSE(values::is_true(Value()));
  EXPECT_FALSE(values::is_true(Value::none()));
  EXPECT_FALSE(values::is_true(Value::integer(0)));
  EXPECT_FALSE(values::is_true(Value::view("")));
  EXPECT_FALSE(values::is_true(list({})));
  EXPECT_TRUE(values::is_true(Value::view("0")));
  EXPECT_TRUE(values::is_true(list({Value::none()})));
}

TEST(Equal, ComparesNumbersByValueAndListsByTheirItems) {
  EXPECT_TRUE(values::equal(Value::integer(1), Value::real(1)));
  EXPECT_TRUE(values::equal(Value::boolean(true), Value::integer(1)));
  EXPECT_FALSE(values::equal(Value::view("1"), Value::integer(1)));
  EXPECT_TRUE(values::equal(list({Value::integer(1)}), list({Value::real(1)})));
  EXPECT_FALSE(values::equal(list({}), list({Value::none()})));
}

TEST(Compare, OrdersWhatHasAnOrder) {
  EXPECT_EQ(values::compare(Value::integer(1), Value::real(1.5)), std::weak_ordering::less);
  EXPECT_EQ(values::compare(Value::view("b"), Value::view("a")), std::weak_ordering::greater);
  EXPECT_EQ(values::compare(list({Value::integer(1)}), list({Value::integer(1), Value::none()})),
            std::weak_ordering::less);
}

TEST(Compare, SaysWhatHasNoOrder) {
  const auto order = values::compare(Value::view("1"), Value::integer(1));

  ASSERT_FALSE(order.has_value());
  EXPECT_EQ(order.error(), "a text and an integer have no order");
}

TEST(Contains, LooksIntoListsMapsAndTexts) {
  values::Map map;
  map.set("a", Value::none());

  EXPECT_TRUE(*values::contains(list({Value::view("x")}), Value::view("x")));
  EXPECT_TRUE(*values::contains(Value::view("机器学习"), Value::view("学习")));
  EXPECT_TRUE(*values::contains(Value::view(map), Value::view("a")));
  EXPECT_FALSE(*values::contains(Value::view(map), Value::view("b")));
  EXPECT_FALSE(values::contains(Value::integer(1), Value::view("b")).has_value());
}

TEST(Printed, ShowsValuesAsJinjaDoes) {
  values::Map map;
  map.set("k", Value::view("it's"));

  EXPECT_EQ(values::printed(Value::boolean(true)), "True");
  EXPECT_EQ(values::printed(Value::none()), "None");
  EXPECT_EQ(values::printed(Value::real(2)), "2.0");
  EXPECT_EQ(values::printed(Value::real(0.1)), "0.1");
  EXPECT_EQ(values::printed(list({Value::view("a"), Value::integer(1)})), "['a', 1]");
  EXPECT_EQ(values::printed(Value::view(map)), "{'k': \"it's\"}");
}

}  // namespace
