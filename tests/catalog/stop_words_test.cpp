#include "catalog/stop_words.hpp"

#include <gtest/gtest.h>

TEST(StopWords, AreSmallWordsAndThoseOfEveryAbstract) {
  EXPECT_TRUE(catalog::is_stop_word("the"));
  EXPECT_TRUE(catalog::is_stop_word("propose"));
  EXPECT_TRUE(catalog::is_stop_word("about"));
  EXPECT_TRUE(catalog::is_stop_word("years"));
  EXPECT_FALSE(catalog::is_stop_word("diffusion"));
  EXPECT_FALSE(catalog::is_stop_word(""));
}

TEST(FunctionCharacters, AreNotThingsOrLatinLetters) {
  EXPECT_TRUE(catalog::is_function_character(U'的'));
  EXPECT_TRUE(catalog::is_function_character(U'与'));
  EXPECT_FALSE(catalog::is_function_character(U'学'));
  EXPECT_FALSE(catalog::is_function_character(U'a'));
  EXPECT_FALSE(catalog::is_function_character(U'\U00020000'));
}
