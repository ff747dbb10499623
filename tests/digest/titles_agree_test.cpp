#include "digest/titles_agree.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using digest::titles_agree;

TEST(TitlesAgree, WhenTheyDifferInCaseMarksAndBlanks) {
  EXPECT_TRUE(titles_agree("Attention Is All You Need", "Attention is all you need."));
  EXPECT_TRUE(titles_agree("X-ray: A Survey", "Xray — a survey"));
  EXPECT_TRUE(titles_agree("用语言模型作先验", "用语言模型作先验。"));
}

TEST(TitlesAgree, WhenAFewLettersAreMistyped) {
  EXPECT_TRUE(titles_agree("Offline Reinforcement Learning", "Ofline Reinforcement Learnign"));
  EXPECT_TRUE(titles_agree("Efficient Online Learning", "Eficient Online Learnings"));
}

TEST(TitlesAgree, WhenOneIsTheOtherCutOff) {
  EXPECT_TRUE(titles_agree("LaMPP: Language Models as Prob…",
                           "LaMPP: Language Models as Probabilistic Priors"));
  EXPECT_TRUE(titles_agree("LaMPP", "LaMPP: Language Models as Probabilistic Priors"));
}

TEST(TitlesAgree, NotWhenWordsDiffer) {
  EXPECT_FALSE(titles_agree("Attention Is All You Need", "Attention Is Not All You Need Here"));
  EXPECT_FALSE(titles_agree("Learning to Walk", "Learning to Drive"));
  EXPECT_FALSE(titles_agree("扩散模型", "语言模型"));
}

TEST(TitlesAgree, NotWhenNumbersDiffer) {
  EXPECT_FALSE(titles_agree("A Theory of Everything, Part I", "A Theory of Everything, Part II"));
  EXPECT_FALSE(titles_agree("GPT-3 Technical Report", "GPT-4 Technical Report"));
  EXPECT_FALSE(titles_agree("Proceedings of the Workshop 1", "Proceedings of the Workshop 12"));
}

TEST(TitlesAgree, NotWhenOneSaysTheContrary) {
  EXPECT_FALSE(titles_agree("Scaling Laws Are Enough for Robust Language Understanding",
                            "Scaling Laws Are Not Enough for Robust Language Understanding"));
  EXPECT_FALSE(titles_agree("Learning to See in the Dark with Labels",
                            "Learning to See in the Dark without Labels"));
  EXPECT_FALSE(
      titles_agree("Vitamin C Deficiency in Grown Rats", "Vitamin D Deficiency in Grown Rats"));
  EXPECT_FALSE(titles_agree("Segment Anything", "Segment Anything Without Prompts"));
}

TEST(TitlesAgree, NotWhenOneGoesOnWithANumber) {
  EXPECT_FALSE(titles_agree("Segment Anything", "Segment Anything 2"));
  EXPECT_TRUE(titles_agree("Segment Anything", "Segment Anything in 3 Dimensions"));
}

TEST(TitlesAgree, NotWhenTheBeginningIsTooShortToTell) {
  EXPECT_FALSE(titles_agree("On", "On the Origin of Species"));
  EXPECT_FALSE(titles_agree("", "On the Origin of Species"));
  EXPECT_TRUE(titles_agree("", ""));
}

TEST(TitlesAgree, TakesLinearTimeForHugeTitles) {
  const std::string left = "a" + std::string(200'000, 'x');
  const std::string right = std::string(200'000, 'x') + "b";

  EXPECT_TRUE(titles_agree(left, right));
  EXPECT_FALSE(titles_agree(left, std::string(200'001, 'y')));
}

TEST(QuotedTitle, IsCutAfterEightyCharacters) {
  EXPECT_EQ(digest::quoted_title("Short"), "\"Short\"");
  EXPECT_EQ(digest::quoted_title(std::string(81, 'x')), "\"" + std::string(80, 'x') + "…\"");
}

}  // namespace
