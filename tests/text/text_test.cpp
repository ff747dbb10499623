#include "text/slug.hpp"

#include <gtest/gtest.h>

TEST(Slugify, KeepsChineseAndDropsMarks) {
  EXPECT_EQ(text::slugify("Café  Zürich, 机器学习!"), "cafe-zurich-机器学习");
}
