#include "diagnostics/diagnostic.hpp"

#include "diagnostics/expected.hpp"

#include <gtest/gtest.h>

#include <string>

namespace diagnostics {
namespace {

TEST(Diagnostic, IsPlacedAtAByte) {
  const text::SourceText source("content/a.txt", "first\nthe second\r\n");

  const Diagnostic placed = at_offset(source, 10, {.code = "a/b", .message = "what"});

  EXPECT_EQ(placed.where, (Location{"content/a.txt", 2, 5}));
  EXPECT_EQ(placed.source_line, "the second");
  EXPECT_EQ(placed.code, "a/b");
  EXPECT_EQ(placed.message, "what");
}

TEST(Diagnostic, IsPlacedAtALine) {
  const text::SourceText source("a.txt", "first\nsecond");

  EXPECT_EQ(at_line(source, 2, {}).where, (Location{"a.txt", 2, 0}));
  EXPECT_EQ(at_line(source, 2, {}).source_line, "second");
  EXPECT_EQ(at_line(source, 0, {}).source_line, "");
  EXPECT_EQ(at_line(source, 9, {}).source_line, "");
  EXPECT_EQ(at_line(source, -1, {}).source_line, "");
}

TEST(Diagnostic, HasAPlaceEvenPastTheEnd) {
  const text::SourceText empty("a.txt", "");
  EXPECT_EQ(location_at(empty, 0), (Location{"a.txt", 1, 1}));
  const text::SourceText source("a.txt", "ab");
  EXPECT_EQ(location_at(source, 99), (Location{"a.txt", 1, 3}));
}

TEST(Location, IsOrderedAsPeopleRead) {
  EXPECT_LT((Location{"a", 2, 1}), (Location{"b", 1, 1}));
  EXPECT_LT((Location{"a", 2, 9}), (Location{"a", 10, 1}));
  EXPECT_LT((Location{"a", 2, 0}), (Location{"a", 2, 1}));
}

TEST(Expected, HoldsAValueOrAReason) {
  const auto half = [](int number) -> Expected<int> {
    if (number % 2 != 0) {
      return failure({.code = "test/odd", .message = "odd"});
    }
    return number / 2;
  };

  EXPECT_EQ(half(4), 2);
  ASSERT_FALSE(half(3));
  EXPECT_EQ(half(3).error().code, "test/odd");
}

}  // namespace
}  // namespace diagnostics
