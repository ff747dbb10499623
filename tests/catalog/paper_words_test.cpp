#include "catalog/paper_words.hpp"

#include "catalog/sample_digests.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using catalog::words_of;
using catalog_test::paper;

std::vector<std::string> spellings(const digest::Paper& paper) {
  std::vector<std::string> all;
  for (const catalog::PaperWord& word : words_of(paper)) {
    all.push_back(catalog::spelling_at(paper, word.place));
  }
  return all;
}

TEST(WordsOf, TakeWordsThatSaySomething) {
  EXPECT_EQ(spellings(paper("1", "We propose a Diffusion-based LoRA, in 2023 (3D) for BERT-3D!")),
            (std::vector<std::string>{"diffusion", "LoRA", "BERT"}));
}

TEST(WordsOf, TakePairsOfChineseCharacters) {
  digest::Paper sample = paper("1", "");
  sample.title_zh = "扩散模型的GAN训练、法";

  EXPECT_EQ(spellings(sample), (std::vector<std::string>{"扩散", "散模", "模型", "GAN", "训练"}));
  for (const catalog::PaperWord& word : words_of(sample)) {
    EXPECT_EQ(catalog::is_chinese_pair(word.id), catalog::spelling_at(sample, word.place) != "GAN");
  }
}

TEST(WordsOf, CountTitlesMoreAndPluralsTogether) {
  digest::Paper sample = paper("1", "Transformers");
  sample.abstract = "A transformer is no bias. Bias, loss and analysis.";
  sample.key_points = {"TRANSFORMER", "ﬁne Müller MÜLLER"};

  const std::vector<catalog::PaperWord> words = words_of(sample);

  EXPECT_EQ(spellings(sample),
            (std::vector<std::string>{"transformers", "bias", "loss", "ﬁne", "müller"}));
  EXPECT_EQ(words[0].count, 5U);
  EXPECT_EQ(words[1].count, 2U);
  EXPECT_EQ(words[4].count, 2U);
}

TEST(WordsOf, LeaveOutStopWordsInEitherNumber) {
  EXPECT_TRUE(spellings(paper("1", "States and state: always this")).empty());
}

TEST(WordsOf, FindWordsOfEveryField) {
  digest::Paper sample = paper("1", "alpha");
  sample.tldr = "bravo";
  sample.motivation = "charlie";
  sample.method = "delta";
  sample.advantage = "echo";
  sample.abstract = "foxtrot";
  sample.abstract_zh = "高尔";
  sample.key_points = {"hotel", "india"};

  EXPECT_EQ(spellings(sample),
            (std::vector<std::string>{"alpha", "bravo", "charlie", "delta", "echo", "foxtrot",
                                      "高尔", "hotel", "india"}));
}

TEST(WordsOf, StandMalformedAndHugeTexts) {
  digest::Paper sample = paper("1", "\xFF\xFE\xE4\xBD");
  sample.abstract = std::string(100, 'x') + " " + std::string(1'000'000, '\x80') + " kept";

  EXPECT_TRUE(words_of(sample).empty());
}

TEST(WordsOf, HaveIdsOfTheirOwn) {
  digest::Paper sample = paper("1", "");
  for (int i = 0; i < 3000; ++i) {
    sample.abstract += "word" + std::to_string(i) + "x ";
  }

  std::vector<catalog::PaperWord> words = words_of(sample);
  std::ranges::sort(words, {}, &catalog::PaperWord::id);

  EXPECT_EQ(words.size(), 3000U);
  EXPECT_EQ(std::ranges::adjacent_find(words, {}, &catalog::PaperWord::id), words.end());
}

}  // namespace
