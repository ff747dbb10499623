#include "search/tokens.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace {

std::vector<std::string> tokens_of(std::string_view text) {
  search::Tokens tokens;
  tokens.add_text(text);
  std::vector<std::string> list;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    list.emplace_back(tokens[i]);
  }
  return list;
}

TEST(SearchTokens, AreThoseOfTheVectors) {
  std::ifstream file(std::string(SITEGEN_PROJECT_DIR) + "/tests/search/token_vectors.json");
  const nlohmann::json vectors = nlohmann::json::parse(file);

  ASSERT_GT(vectors.size(), 40U);
  for (const nlohmann::json& vector : vectors) {
    const auto text = vector.at("text").get<std::string>();
    EXPECT_EQ(tokens_of(text), vector.at("tokens").get<std::vector<std::string>>()) << text;
  }
}

TEST(SearchTokens, AreMadeOfMalformedBytesToo) {
  EXPECT_EQ(tokens_of("a\xff"
                      "b \xe6\xa8"),
            (std::vector<std::string>{"a", "b"}));
}

TEST(SearchTokens, OfSeveralTextsStandOneBehindTheOther) {
  search::Tokens tokens;
  tokens.add_text("模型");
  tokens.add("#2302.02801");
  tokens.add_text("end");

  ASSERT_EQ(tokens.size(), 4U);
  EXPECT_EQ(tokens[2], "#2302.02801");
  EXPECT_EQ(tokens[3], "end");
}

}  // namespace
