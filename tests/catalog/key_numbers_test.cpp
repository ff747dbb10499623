#include "catalog/key_numbers.hpp"

#include <gtest/gtest.h>

TEST(KeyNumbers, CountKeysInTheOrderTheyCome) {
  catalog::KeyNumbers numbers(3);

  EXPECT_EQ(numbers.number_of(7), 0U);
  EXPECT_EQ(numbers.number_of(0), 1U);
  EXPECT_EQ(numbers.number_of(0xFFFFFFFF), 2U);
  EXPECT_EQ(numbers.number_of(7), 0U);
  EXPECT_EQ(numbers.number_of(0xFFFFFFFF), 2U);
  EXPECT_EQ(numbers.size(), 3U);
}

TEST(KeyNumbers, HoldAsManyAsPromised) {
  for (const std::uint32_t count : {1U, 2U, 1000U}) {
    catalog::KeyNumbers numbers(count);
    for (std::uint32_t key = 0; key < count; ++key) {
      EXPECT_EQ(numbers.number_of(key * 4096), key);
    }
    EXPECT_EQ(numbers.number_of(0), 0U);
  }
}
